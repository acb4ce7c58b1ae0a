"""The Telegram interface: receives updates and sends messages."""
