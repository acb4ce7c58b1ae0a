"""The tables of minutes."""
