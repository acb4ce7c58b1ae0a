"""The tables of rooms, places and things to lend."""
