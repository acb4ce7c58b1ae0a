"""Buttons of meetings."""
