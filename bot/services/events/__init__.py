"""The use cases of events."""
