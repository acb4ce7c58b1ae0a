"""What administrators change and look up: the alliance's settings, the audit log."""
