"""Announcements at Telegram."""
