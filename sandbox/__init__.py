"""Stands in for Telegram: a local Bot API server with a chat page."""
