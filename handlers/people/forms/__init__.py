"""The forms of people: a role with its days, a new person."""
