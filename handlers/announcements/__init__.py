"""The Telegram interface of announcements."""
