"""The tables of polls."""
