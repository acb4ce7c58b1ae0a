"""What the buttons of polls carry."""
