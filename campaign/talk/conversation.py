"""The door to the wing: one turn of a conversation about a plan."""

import datetime
from dataclasses import dataclass

from campaign.messages import Language, Reply
from campaign.talk.handbook import Handbook
from campaign.talk.questions import Intent, Span


@dataclass(frozen=True, slots=True)
class Context:
    """What the next turn may refer to: "thế còn địa điểm?". Small, and kept as JSON."""

    activities: tuple[int, ...] = ()
    intent: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    unit: str = ""

    def to_json(self) -> str:
        raise NotImplementedError

    @classmethod
    def from_json(cls, text: str) -> "Context":
        """Return the context kept in `text`; an empty one when it cannot be read."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Turn:
    """The reply, the context for the next turn, and what was understood (for the question log)."""

    reply: Reply
    context: Context
    intent: Intent
    activities: tuple[int, ...]
    language: Language


def ask(
    handbook: Handbook,
    text: str,
    today: datetime.date,
    context: Context | None = None,
    language: Language | None = None,
) -> Turn:
    """Answer free `text` on the day `today` (Asia/Ho_Chi_Minh); `language` None follows the text."""
    raise NotImplementedError


def show(
    handbook: Handbook,
    intent: Intent,
    today: datetime.date,
    *,
    activity: int | None = None,
    span: Span | None = None,
    page: int = 0,
    language: Language = "vi",
) -> Turn:
    """Answer a command or a button, where nothing needs to be guessed.

    /homnay, /tuannay and /lich are AGENDA with a span (None is the whole plan: OVERVIEW, paged);
    /han DEADLINES, /chude THEME, /thongdiep SLOGANS, /help HELP, /start GREETING; a button that
    picks an activity is CARD, or the intent that was asked, with `activity`.
    """
    raise NotImplementedError
