"""The Telegram interface of polls."""
