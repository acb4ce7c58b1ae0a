"""Rooms, places and things to lend in Telegram."""
