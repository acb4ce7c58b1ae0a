"""The way of an update in, and of a message out."""
