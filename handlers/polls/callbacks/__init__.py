"""Callback data of polls' buttons."""
