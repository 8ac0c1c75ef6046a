from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.refusals import Again, Done, Failed, Gone, Moved, decide
from bot.channels.request import NotSentError

MESSAGE = {
    "chat_id": 5,
    "text": "1 &lt; <b>2</b>",
    "parse_mode": "HTML",
    "message_thread_id": 7,
    "reply_parameters": {"message_id": 3},
}
SEND = "sendMessage"


def without(*names: str) -> dict[str, Any]:
    return {key: value for key, value in MESSAGE.items() if key not in names}


@pytest.mark.parametrize(
    ("error", "pause"), [(RetryAfter(17), 17), (NotSentError("no connection"), 1)]
)
def test_what_was_not_executed_is_called_again_after_a_pause(
    error: TelegramError, pause: float
) -> None:
    assert decide(error, SEND, MESSAGE) == Again(SEND, MESSAGE, pause)


@pytest.mark.parametrize(
    "error", [TimedOut(), NetworkError("ServerDisconnectedError"), NetworkError("Bad Gateway")]
)
def test_what_may_have_been_executed_is_not_called_again(error: TelegramError) -> None:
    assert decide(error, SEND, MESSAGE) == Failed()


def test_a_group_that_moved_is_followed() -> None:
    assert decide(ChatMigrated(-1005), SEND, MESSAGE) == Moved(SEND, -1005)


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: bot was kicked from the supergroup chat"),
        BadRequest("Chat not found"),
    ],
)
def test_a_chat_that_is_closed_to_the_bot_is_gone(error: TelegramError) -> None:
    assert decide(error, SEND, MESSAGE) == Gone()


@pytest.mark.parametrize(
    "said",
    [
        "Message is not modified: specified new message content and reply markup are exactly …",
        "Query is too old and response timeout expired or query id is invalid",
    ],
)
def test_what_is_the_case_already_is_done(said: str) -> None:
    assert decide(BadRequest(said), "editMessageText", MESSAGE) == Done()


def test_markup_that_telegram_cannot_read_is_sent_as_plain_text() -> None:
    error = BadRequest('Can\'t parse entities: unsupported start tag "x" at byte offset 3')
    plain = {**without("parse_mode"), "text": "1 < 2"}
    assert decide(error, SEND, MESSAGE) == Again(SEND, plain)
    assert decide(error, SEND, plain) == Failed()


@pytest.mark.parametrize("said", ["Message thread not found", "Topic_closed", "TOPIC_CLOSED"])
def test_a_topic_that_is_closed_or_gone_falls_back_to_general(said: str) -> None:
    general = without("message_thread_id", "reply_parameters")
    assert decide(BadRequest(said), SEND, MESSAGE) == Again(SEND, general)
    assert decide(BadRequest(said), SEND, general) == Failed()


@pytest.mark.parametrize("said", ["Message to edit not found", "Message can't be edited"])
def test_a_message_that_cannot_be_edited_is_sent_anew(said: str) -> None:
    edit = {**MESSAGE, "message_id": 9}
    assert decide(BadRequest(said), "editMessageText", edit) == Again(SEND, MESSAGE)


@pytest.mark.parametrize(
    "error",
    [
        BadRequest("Message is too long"),
        BadRequest("Not enough rights to send text messages to the chat"),
        InvalidToken(),
        TelegramError("the server's answer is not JSON"),
    ],
)
def test_anything_else_fails(error: TelegramError) -> None:
    assert decide(error, SEND, MESSAGE) == Failed()


def test_a_press_that_cannot_be_answered_concerns_no_chat() -> None:
    assert decide(Forbidden("Forbidden"), "answerCallbackQuery", {"text": ""}) == Failed()
