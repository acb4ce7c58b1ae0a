"""Minutes at Telegram."""
