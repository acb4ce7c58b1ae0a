"""What the buttons of announcements carry."""
