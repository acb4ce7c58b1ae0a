"""How long a test waits for what must come."""

PATIENCE = 120.0
"""Seconds. Only a failing test waits that long, so it may be far more than a busy machine needs."""
