"""The commands of the command line; heavy libraries are imported only when a command needs them."""
