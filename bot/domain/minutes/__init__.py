"""The rules of minutes."""
