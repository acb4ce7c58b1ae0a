"""The forms for polls: put something to the vote, end it early, settle a tie, note a proxy."""
