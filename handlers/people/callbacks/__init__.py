"""What the buttons of people carry."""
