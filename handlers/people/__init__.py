"""People and organisations at Telegram."""
