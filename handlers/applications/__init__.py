"""The Telegram interface of applications."""
