"""A local Bot API server with a chat page, used instead of Telegram."""
