"""Read days, times and durations that people type: the vocabulary, and the forms of phrases."""
