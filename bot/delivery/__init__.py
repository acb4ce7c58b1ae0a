"""What carries the outbox to people: the worker and its pacing."""
