"""The Telegram interface, both ways: updates in, messages out."""
