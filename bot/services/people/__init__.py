"""The use cases of people and organisations."""
