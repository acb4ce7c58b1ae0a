"""Polls at Telegram."""
