"""Questions that the bot has asked somebody in private: their next message answers."""

from collections.abc import Callable, Mapping

from campaign.messages import Message, Outgoing
from campaign.talk.notices import AnyNotice, say
from handlers import (
    change_questions,
    corrections,
    doubts,
    drafts,
    imports,
    openings,
    postponing,
    registering,
    reviews,
    support,
    tagging,
)
from handlers.visits import FRESH, Visit
from storage import prompts
from storage.prompts import PromptRecord

PROMPTS: Mapping[str, Callable[[Visit, Message, int], list[Outgoing]]] = {
    "change": change_questions.answered,
    "condition": openings.condition_given,
    "content": drafts.answered,
    "correction": corrections.answered,
    "doubt": doubts.answered,
    "help": support.answered,
    "list": imports.answered,
    "moment": postponing.answered,
    "name": tagging.named,
    "people": registering.counted,
    "reason": reviews.answered,
    "seats": openings.seats_given,
    "tags": tagging.tagged,
    "words": drafts.answered_early,
}
"""What takes the answer to a question, given what was asked about. It checks the role again, and
may ask again: the question is forgotten when it is called."""

ANNOUNCED = frozenset({"content", "correction", "words"})
"""Questions whose answer is carried to the groups as it is."""

_GIVEN_UP: Mapping[str, AnyNotice] = {
    "change": "gave_up_change",
    "condition": "gave_up_condition",
    "content": "gave_up_content",
    "correction": "gave_up_correction",
    "doubt": "gave_up_doubt",
    "help": "gave_up_help",
    "list": "gave_up_list",
    "moment": "gave_up_moment",
    "name": "gave_up_name",
    "people": "gave_up_people",
    "reason": "gave_up_reason",
    "seats": "gave_up_seats",
    "tags": "gave_up_tags",
    "words": "gave_up_content",
}
"""What /huy says of each of these questions."""


def answer(visit: Visit, message: Message) -> list[Outgoing] | None:
    """Take the message as the answer to what was asked; None when nothing was."""
    found = give_up(visit)
    return PROMPTS[found.question](visit, message, found.subject) if found else None


def asked(visit: Visit) -> PromptRecord | None:
    """Return what was asked within the last half hour, in this private chat."""
    if visit.chat.kind != "private":
        return None
    return prompts.find(visit.unit, visit.sender.id, visit.now - FRESH)


def give_up(visit: Visit) -> PromptRecord | None:
    """Ask no more; return what was asked."""
    found = asked(visit)
    if found:
        prompts.forget(visit.unit, visit.sender.id)
    return found


def cancel(visit: Visit, _argument: str) -> list[Outgoing]:
    """/huy: say what has been given up."""
    found = give_up(visit)
    notice = _GIVEN_UP[found.question] if found else "gave_up_nothing"
    return [visit.say(say(notice, visit.language))]
