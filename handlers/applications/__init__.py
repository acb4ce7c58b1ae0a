"""Applications at Telegram."""
