"""The forms for events: create, change, move and cancel one."""
