"""The form that draws up minutes of one poll, or of a sitting of several."""
