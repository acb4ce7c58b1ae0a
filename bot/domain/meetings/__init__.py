"""The general meeting: its plan, its log, and the state that follows from the log."""
