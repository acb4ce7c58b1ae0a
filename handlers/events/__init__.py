"""The Telegram interface of events."""
