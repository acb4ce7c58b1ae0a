"""Callback data of announcements' buttons."""
