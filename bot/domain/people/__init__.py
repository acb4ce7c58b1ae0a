"""The rules of people and organisations."""
