"""Rooms, places to work at, and things to lend, which organisations book."""
