"""A question as it was understood, and the conversation it belongs to."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from campaign.messages import Language


class Intent(StrEnum):
    """What a question asks for."""

    AGENDA = "agenda"
    NEXT = "next"
    WHEN = "when"
    COUNTDOWN = "countdown"
    DEADLINES = "deadlines"
    WHERE = "where"
    LEAD = "lead"
    COORDINATING = "coordinating"
    PARTICIPANTS = "participants"
    CONTENT = "content"
    DETAIL = "detail"
    CARD = "card"
    OVERVIEW = "overview"
    THEME = "theme"
    SLOGANS = "slogans"
    PERIOD = "period"
    PEAK = "peak"
    PURPOSE = "purpose"
    REQUIREMENTS = "requirements"
    BUDGET = "budget"
    BASES = "bases"
    HISTORY = "history"
    AWARDS = "awards"
    ORGANISATION = "organisation"
    RECIPIENTS = "recipients"
    CHANNELS = "channels"
    SIGNER = "signer"
    PERSON = "person"
    NUMBER = "number"
    UNIT_WORK = "unit_work"
    GREETING = "greeting"
    THANKS = "thanks"
    IDENTITY = "identity"
    HELP = "help"
    NO_SUCH_DAY = "no_such_day"
    NOT_STATED = "not_stated"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `end`, both inclusive; None is an open end. `text` is what was said."""

    text: str
    start: datetime.date | None
    end: datetime.date | None
    grain: str
