"""What is doubtful about an announcement: a date that contradicts the plan, or its weekday."""

import datetime

from campaign.messages import Language, Text
from campaign.talk.handbook import Handbook


def doubts(_text: str, _handbook: Handbook, _now: datetime.datetime) -> tuple[str, ...]:
    """Return what staff should look at again before `text` is sent."""
    return ()


def say_doubt(doubt: str, _language: Language) -> Text:
    """Return a doubt in words."""
    return (doubt,)
