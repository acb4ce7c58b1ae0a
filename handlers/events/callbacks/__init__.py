"""What the buttons of events carry."""
