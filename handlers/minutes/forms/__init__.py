"""The form that draws up minutes of one poll, or of a meeting with several."""
