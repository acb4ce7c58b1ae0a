"""The exchange in Telegram."""
