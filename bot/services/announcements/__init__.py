"""The use cases of announcements."""
