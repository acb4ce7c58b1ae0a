"""The general meeting in Telegram."""
