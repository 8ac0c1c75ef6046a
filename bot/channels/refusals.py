"""What to do when Telegram refuses a call: a decision as a value, taken without doing anything."""

from dataclasses import dataclass
from typing import Literal

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels.calls import Parameters
from bot.channels.html import to_plain
from bot.channels.request import NotSentError
from campaign.outreach.kinds import NO_MESSAGE
from storage.outbox import Over

_NOT_SENT_PAUSE = 1.0
_REVOKED_PAUSE = 30.0
_REPEATABLE = ("edit", "delete", "pin", "answer")


@dataclass(frozen=True, slots=True)
class Again:
    """Make the call in this form, now: in the one before, it cannot have taken effect."""

    method: str
    parameters: Parameters


@dataclass(frozen=True, slots=True)
class Later:
    """Make the same call after `seconds`: making it twice does no harm.

    `limited` says that Telegram wants to be left alone; `counted` that there is to be an end to it.
    """

    seconds: float
    limited: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became the supergroup `new_id`, to which the call is to be made instead."""

    new_id: int


Decision = Again | Later | Moved | Over

TOO_OLD = Over("failed", "too_old")
"""Telegram no longer deletes it; it can still be edited."""
MISSING = Over("failed", NO_MESSAGE)
"""There is no message that could be changed; another one may be sent in its place."""

# Telegram's descriptions are no contract, so they are searched for, not compared, in this order.
_GONE = {
    "kicked": "kicked",
    "not a member": "kicked",
    "group chat was deleted": "deleted",
    "blocked": "blocked",
    "deactivated": "deactivated",
    "can't initiate": "never_started",
    "chat not found": "not_found",
}
_REFUSED = {
    "not enough rights to manage pinned": "may_not_pin",
    "chat_admin_required": "may_not_pin",
    "not enough rights": "muted",
    "no write access": "muted",
    "write_forbidden": "muted",
    "too long": "too_long",
    "file": "file",
    "can't be deleted": "too_old",
    "topic_closed": "topic_closed",
    "message to edit not found": NO_MESSAGE,
    "message can't be edited": NO_MESSAGE,
}
_DONE = ("message is not modified", "query is too old", "message to delete not found")


def decide(error: TelegramError, method: str, parameters: Parameters) -> Decision:
    """Return what `error` means for the call.

    python-telegram-bot's BadRequest and TimedOut are kinds of NetworkError: that class says
    nothing about whether a call took effect, and is never asked for.
    """
    if isinstance(error, ChatMigrated):
        return Moved(error.new_chat_id)
    if isinstance(error, RetryAfter):
        return Later(seconds(error), limited=True)
    if isinstance(error, NotSentError):
        return Later(_NOT_SENT_PAUSE)
    if isinstance(error, InvalidToken):
        return Later(_REVOKED_PAUSE)
    said = error.message.lower()
    if isinstance(error, Forbidden):
        return _over("gone", _GONE, said) or Over("failed", "refused")
    if isinstance(error, BadRequest):
        return _bad_request(said, method, parameters)
    if method.startswith(_REPEATABLE):
        return Later(_NOT_SENT_PAUSE, counted=True)
    return Over("unknown", "no_answer")


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram wants to be left alone."""
    pause = error.retry_after
    return pause if isinstance(pause, int) else pause.total_seconds()


def _bad_request(said: str, method: str, parameters: Parameters) -> Decision:
    if any(words in said for words in _DONE):
        return Over("sent")
    return (
        _in_another_form(said, method, parameters)
        or _over("gone", _GONE, said)
        or _over("failed", _REFUSED, said)
        or Over("failed", "refused")
    )


def _in_another_form(said: str, method: str, parameters: Parameters) -> Again | None:
    if "can't parse entities" in said and "parse_mode" in parameters:
        without = _without(parameters, "parse_mode")
        return Again(method, {**without, "text": to_plain(parameters["text"])})
    if ("thread not found" in said or "topic_closed" in said) and "message_thread_id" in parameters:
        # A reply would go to the topic of what it replies to.
        return Again(method, _without(parameters, "message_thread_id", "reply_parameters"))
    return None


def _over(state: Literal["gone", "failed"], reasons: dict[str, str], said: str) -> Over | None:
    return next((Over(state, code) for words, code in reasons.items() if words in said), None)


def _without(parameters: Parameters, *names: str) -> Parameters:
    return {key: value for key, value in parameters.items() if key not in names}
