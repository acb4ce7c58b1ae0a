"""The forms for events: make one, change it, move it, call it off."""
