"""The open directory: cards of organisations, their search, and letters to them."""
