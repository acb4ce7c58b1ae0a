"""What people type for days, times and durations: a vocabulary, and the forms that are read."""
