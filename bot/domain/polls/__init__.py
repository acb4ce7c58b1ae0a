"""The rules of polls."""
