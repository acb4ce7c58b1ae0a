"""Decides: the rules and the use cases. Knows neither Telegram nor SQL."""
