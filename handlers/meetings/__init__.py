"""The general meeting in Telegram: planning, registration, conducting, taking part, counting."""
