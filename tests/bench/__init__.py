"""`make bench`: figures as ratios taken in one run, printed and written to var/bench.json."""
