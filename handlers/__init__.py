"""Speaks Telegram, both ways: updates in, messages out."""
