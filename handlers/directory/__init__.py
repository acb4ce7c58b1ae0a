"""The directory in Telegram."""
