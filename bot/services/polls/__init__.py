"""The use cases of polls."""
