"""The tables of people and organisations."""
