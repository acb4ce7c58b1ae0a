"""The Telegram interface of people and organisations."""
