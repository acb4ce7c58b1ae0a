"""The wizards for events: make one, change it, move it, call it off."""
