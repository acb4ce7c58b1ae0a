"""The configuration: its sections, its values, and how it is loaded."""
