"""The processing of incoming updates and outgoing messages."""
