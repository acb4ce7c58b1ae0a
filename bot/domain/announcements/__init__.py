"""The rules of announcements."""
