"""Prompts: what the bot has asked somebody in private, to be answered by their next message."""

import datetime
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, delete, insert, select

from storage.database import Unit
from storage.statements import Statement
from storage.tables import PROMPTS


@dataclass(frozen=True, slots=True)
class PromptRecord:
    """What was asked, about the chat or broadcast with the id `subject`."""

    question: str
    subject: int


# Every private message asks for it.
_FIND = Statement(
    select(PROMPTS.c.question, PROMPTS.c.subject).where(
        PROMPTS.c.user_id == bindparam("user"), PROMPTS.c.asked_at >= bindparam("since")
    )
)


def ask(unit: Unit, user_id: int, question: str, subject: int, now: datetime.datetime) -> None:
    """Remember what the person was asked, in place of anything that they were asked before."""
    forget(unit, user_id)
    row = {"user_id": user_id, "question": question, "subject": subject, "asked_at": now}
    unit.connection.execute(insert(PROMPTS), row)


def find(unit: Unit, user_id: int, since: datetime.datetime) -> PromptRecord | None:
    """Return what the person was asked at `since` or later, and has not answered."""
    row = _FIND.one(unit, {"user": user_id, "since": since})
    return PromptRecord(*row) if row else None


def withdraw(unit: Unit, question: str, subject: int, since: datetime.datetime) -> list[int]:
    """Ask nobody this any more; return the ids of those who were asked it at `since` or later."""
    same = and_(
        PROMPTS.c.question == question, PROMPTS.c.subject == subject, PROMPTS.c.asked_at >= since
    )
    gone = delete(PROMPTS).where(same).returning(PROMPTS.c.user_id)
    return sorted(unit.connection.scalars(gone))


def forget(unit: Unit, user_id: int) -> None:
    """Let nothing be asked of the person any more."""
    unit.connection.execute(delete(PROMPTS).where(PROMPTS.c.user_id == user_id))
