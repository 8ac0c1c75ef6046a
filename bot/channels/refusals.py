"""What to do when Telegram refuses a call: a decision as a value, taken without doing anything."""

from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.html import to_plain
from bot.channels.request import NotSentError

Parameters = dict[str, Any]

_NOT_SENT_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Again:
    """Call `method` with `parameters`, after `pause` seconds: it cannot take effect twice."""

    method: str
    parameters: Parameters
    pause: float = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became the supergroup `new_id`, to which `method` is to be called instead."""

    method: str
    new_id: int


@dataclass(frozen=True, slots=True)
class Gone:
    """The chat cannot be written to until somebody brings the bot back."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was wanted is the case already, or no longer matters to anybody."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It was refused for good, or nobody knows whether it took effect."""


Decision = Again | Moved | Gone | Done | Failed


def decide(error: TelegramError, method: str, parameters: Parameters) -> Decision:
    """Return what `error` means for the call.

    Telegram's descriptions are no contract, so they are searched for, not compared.
    """
    if isinstance(error, ChatMigrated):
        return Moved(method, error.new_chat_id)
    if isinstance(error, RetryAfter):
        return Again(method, parameters, seconds(error))
    if isinstance(error, NotSentError):
        return Again(method, parameters, _NOT_SENT_PAUSE)
    if isinstance(error, Forbidden) and "chat_id" in parameters:
        return Gone()
    if isinstance(error, BadRequest):
        return _bad_request(error.message.lower(), method, parameters)
    return Failed()


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram wants to be left alone."""
    pause = error.retry_after
    return pause if isinstance(pause, int) else pause.total_seconds()


def _bad_request(said: str, method: str, parameters: Parameters) -> Decision:
    if "message is not modified" in said or "query is too old" in said:
        return Done()
    if "chat not found" in said:
        return Gone()
    if "can't parse entities" in said and "parse_mode" in parameters:
        without = _without(parameters, "parse_mode")
        return Again(method, {**without, "text": to_plain(parameters["text"])})
    if ("thread not found" in said or "topic_closed" in said) and "message_thread_id" in parameters:
        # A reply would go to the topic of what it replies to.
        return Again(method, _without(parameters, "message_thread_id", "reply_parameters"))
    if "message to edit not found" in said or "message can't be edited" in said:
        return Again("sendMessage", _without(parameters, "message_id"))
    return Failed()


def _without(parameters: Parameters, *names: str) -> Parameters:
    return {key: value for key, value in parameters.items() if key not in names}
