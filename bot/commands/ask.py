"""`loa ask`: questions and answers on a terminal, the way of a chat with nothing sent."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from pydantic import BaseModel, model_validator

from bot import config as configuration
from bot import plans
from bot.clock import Clock
from bot.commands import kept
from bot.commands.jsonl import LineError, answered
from bot.commands.options import (
    ConfigFile,
    Day,
    Lines,
    Published,
    UsageError,
    say,
    say_all,
    standard_input,
    text_or_lines,
)
from campaign.talk.handbook import Handbook
from handlers.rehearsal import Rehearsal
from handlers.visits import Front
from storage.database import Database

USERNAME = "htx_bot"
"""Whom a group's member mentions to be answered."""


def ask(  # noqa: PLR0913 - each is an option
    *text: str,
    campaign: Annotated[str | None, Parameter(help="Campaign to ask about.")] = None,
    today: Day = None,
    plan: Annotated[
        list[Path] | None,
        Parameter(negative=(), help="Plan file to add, as the campaign named by its stem."),
    ] = None,
    published: Published = False,
    jsonl: Lines = False,
    config: ConfigFile = None,
) -> int:
    """Answer the question TEXT about a plan.

    It is answered as in a private chat, and nothing is kept.

    With --jsonl a line is {"id", "campaign", "today", "text"}, or has "turns": [{"text"}, …] in
    place of "text" for a conversation, and may have "chat": "group" and "reply_to_bot": true; the
    bot is @htx_bot there. Its answer is {"id", "answer"} or {"id", "answers"}, where null is
    silence, or {"id", "error"} for a line that cannot be answered; then the exit status is 1.
    """
    question = text_or_lines(text, jsonl=jsonl)
    with _room(config, plan or [], campaign, today, published=published) as room:
        if jsonl:
            return say_all(answered(standard_input(), Line, room.answer))
        try:
            say(room.answers(Line(text=question))[0] or "")
        except LineError as error:
            raise UsageError(str(error)) from None
    return 0


class _Turn(BaseModel):
    text: str


class Line(BaseModel):
    """One line: a question or a conversation, and where it takes place."""

    campaign: str | None = None
    today: datetime.date | None = None
    text: str | None = None
    turns: list[_Turn] | None = None
    chat: Literal["private", "group"] = "private"
    reply_to_bot: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> "Line":
        if (self.text is None) == (self.turns is None):
            raise ValueError('either "text" or "turns" is needed')
        return self


@dataclass(frozen=True, slots=True)
class _Room:
    """Where questions are asked: of `campaign`, on `today`, unless a line says otherwise."""

    handbooks: Mapping[str, Handbook]
    rehearsal: Rehearsal
    campaign: str | None
    today: datetime.date

    def answer(self, line: Line) -> dict[str, Any]:
        """Return {"answer"} or {"answers"}. Raises LineError."""
        answers = self.answers(line)
        return {"answer": answers[0]} if line.turns is None else {"answers": answers}

    def answers(self, line: Line) -> list[str | None]:
        """Return the answer to each text of `line`. Raises LineError."""
        campaign = line.campaign or self.campaign
        if campaign and campaign not in self.handbooks:
            campaign = plans.named(campaign)  # the stem of a --plan FILE, as it is on disk
        if campaign not in self.handbooks:
            problem = f"there is no campaign {campaign}" if campaign else "which campaign?"
            raise LineError(f"{problem}; there are: {', '.join(self.handbooks)}")
        return self.rehearsal.converse(
            [line.text or ""] if line.turns is None else [turn.text for turn in line.turns],
            line.today or self.today,
            campaign=campaign,
            kind=line.chat,
            reply_to_bot=line.reply_to_bot,
        )


@contextmanager
def _room(
    config: Path | None,
    files: Sequence[Path],
    campaign: str | None,
    today: datetime.date | None,
    *,
    published: bool,
) -> Iterator[_Room]:
    configured = configuration.load(configuration.Config, config)
    handbooks = plans.load(configured.campaigns.folder, files)
    if published:
        handbooks = kept.published(config, handbooks)
    only = next(iter(handbooks)) if len(handbooks) == 1 else None
    chosen = campaign or configured.campaigns.default or only
    database = Database()
    try:
        database.upgrade()
        rehearsal = Rehearsal(Front(handbooks, chosen or "", USERNAME), database)
        yield _Room(handbooks, rehearsal, chosen, today or Clock(configured.today).today())
    finally:
        database.close()
