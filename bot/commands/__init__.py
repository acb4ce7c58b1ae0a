"""What can be typed at the command line; heavy libraries are imported when a command needs them."""
