"""The forms for polls: open one, end it early, settle a tie, register a proxy."""
