"""Callback data of events' buttons."""
