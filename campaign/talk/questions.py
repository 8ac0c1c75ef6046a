"""A question as it was understood, and the conversation it belongs to."""

import datetime
import json
from dataclasses import dataclass, field
from enum import StrEnum

from campaign.messages import Language
from campaign.plan.model import Fact, Person, Time


class Intent(StrEnum):
    """What a question asks for."""

    AGENDA = "agenda"
    NEXT = "next"
    WHEN = "when"
    CHANGES = "changes"
    COUNTDOWN = "countdown"
    DEADLINES = "deadlines"
    WHERE = "where"
    LEAD = "lead"
    COORDINATING = "coordinating"
    PARTICIPANTS = "participants"
    CONTENT = "content"
    DETAIL = "detail"
    CARD = "card"
    TITLE = "title"
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
    ISSUER = "issuer"
    UNTIMED = "untimed"
    UNIT_WORK = "unit_work"
    GREETING = "greeting"
    THANKS = "thanks"
    IDENTITY = "identity"
    HELP = "help"
    BYE = "bye"
    NO_SUCH_DAY = "no_such_day"
    NOT_STATED = "not_stated"
    OUTSIDE = "outside"
    WHICH = "which"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `end`, both inclusive; None is an open end. `text` is what was said."""

    text: str
    start: datetime.date | None
    end: datetime.date | None
    grain: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, in the plan's own terms.

    `activities` are numbers of the plan; `facts` the statements that fit best; `aspects` finer
    shades ("end", "weekday", "peak", "claim", "next", …); `attribute` a thing that plans seldom
    state (a key of the lexicon); `award` the name of an award that this plan calls otherwise;
    `sides` what was asked besides ("ai chủ trì, ai phối hợp?"); `times` those of the activity
    that are meant, where not all are; `session` the
    part of the activity ("Đợt 2"); `page` the activity that was turned to in the list.
    """

    intent: Intent
    language: Language
    activities: tuple[int, ...] = ()
    span: Span | None = None
    facts: tuple[Fact, ...] = ()
    people: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()
    attribute: str = ""
    award: str = ""
    aspects: frozenset[str] = field(default=frozenset())
    sides: tuple[Intent, ...] = ()
    session: str = ""
    times: tuple[Time, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What the next turn may refer to: "thế còn địa điểm?". Small, and kept as JSON."""

    intent: str = ""
    activities: tuple[int, ...] = ()
    start: datetime.date | None = None
    end: datetime.date | None = None
    unit: str = ""
    person: str = ""
    fact: str = ""

    def to_json(self) -> str:
        """Return the context as a line of JSON."""
        return json.dumps(
            [
                self.intent,
                self.activities,
                self.start and self.start.isoformat(),
                self.end and self.end.isoformat(),
                self.unit,
                self.person,
                self.fact,
            ],
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> "Context":
        """Return the context kept in `text`; an empty one when it cannot be read."""
        try:
            intent, activities, start, end, unit, person, fact = json.loads(text)
            return cls(
                str(intent),
                tuple(int(number) for number in activities),
                datetime.date.fromisoformat(start) if start else None,
                datetime.date.fromisoformat(end) if end else None,
                str(unit),
                str(person),
                str(fact),
            )
        except (ValueError, TypeError, OverflowError, RecursionError):
            return cls()
