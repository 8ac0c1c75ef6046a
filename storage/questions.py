"""The question log: what was asked and what was understood, without who asked."""

import datetime
from dataclasses import dataclass

from sqlalchemy import insert

from campaign.messages import Language
from storage.database import Unit
from storage.statements import Statement
from storage.tables import QUESTIONS


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question. `activities` are numbers in the plan; `answered` False waits for a person."""

    asked_at: datetime.datetime
    chat_id: int
    campaign: str
    text: str
    intent: str
    activities: tuple[int, ...]
    language: Language
    answered: bool


_COLUMNS = QuestionRecord.__slots__
_ADD = Statement(insert(QUESTIONS), *_COLUMNS)


def add(unit: Unit, question: QuestionRecord) -> None:
    """Log the question. The chat is known (`storage.chats.meet`)."""
    _ADD.run(unit, {name: getattr(question, name) for name in _COLUMNS})
