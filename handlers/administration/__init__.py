"""What administrators do in the chat: how the bot is, and the ways on."""
