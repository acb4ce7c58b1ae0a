"""Delivery of the outbox: the worker and its rate limits."""
