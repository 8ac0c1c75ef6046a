"""A local stand-in for Telegram: a Bot API server, and a page to chat with a bot on it."""
