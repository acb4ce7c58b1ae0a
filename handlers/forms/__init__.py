"""The forms engine: multi-step input, declared by the nouns, in private chats only."""
