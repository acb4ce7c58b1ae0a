"""Events at Telegram."""
