"""The ways in which people reach the bot; each owns both of its directions."""

import os

# python-telegram-bot's coming way: RetryAfter.retry_after is a timedelta; without it, it warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
