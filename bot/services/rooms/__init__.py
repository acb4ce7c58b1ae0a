"""The use cases of rooms, places and things to lend."""
