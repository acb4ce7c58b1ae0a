"""The use cases of the exchange."""
