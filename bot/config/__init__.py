"""The configuration: its sections, its values, and its loading."""
