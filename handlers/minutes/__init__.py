"""The Telegram interface of minutes."""
