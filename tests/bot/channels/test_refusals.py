"""What each of Telegram's refusals means for the call that it refuses."""

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

from bot.channels.refusals import Again, Later, Moved, decide
from bot.channels.request import NotSentError
from storage.outbox import Over

MESSAGE = {
    "chat_id": 5,
    "text": "1 &lt; <b>2</b>",
    "parse_mode": "HTML",
    "message_thread_id": 7,
    "reply_parameters": {"message_id": 3},
}
SEND = "sendMessage"
AMBIGUOUS = [
    TimedOut(),
    NetworkError("ServerDisconnectedError"),
    NetworkError("Internal Server Error"),
    NetworkError("Bad Gateway"),
    TelegramError("the server's answer is not JSON"),
]


def without(*names: str) -> dict[str, Any]:
    return {key: value for key, value in MESSAGE.items() if key not in names}


@pytest.mark.parametrize(
    ("error", "later"),
    [
        (RetryAfter(17), Later(17, limited=True)),
        (NotSentError("no connection"), Later(1)),
        (InvalidToken(), Later(30)),
    ],
)
def test_what_was_not_executed_is_called_again_after_a_pause(
    error: TelegramError, later: Later
) -> None:
    assert decide(error, SEND, MESSAGE) == later


@pytest.mark.parametrize("error", AMBIGUOUS, ids=str)
@pytest.mark.parametrize("method", ["sendMessage", "sendPhoto", "sendDocument", "copyMessage"])
def test_a_message_that_may_have_been_sent_is_not_sent_again(
    error: TelegramError, method: str
) -> None:
    assert decide(error, method, MESSAGE) == Over("unknown", "no_answer")


@pytest.mark.parametrize("error", AMBIGUOUS, ids=str)
@pytest.mark.parametrize(
    "method", ["editMessageText", "deleteMessage", "pinChatMessage", "answerCallbackQuery"]
)
def test_what_can_be_done_twice_without_harm_is_tried_again_a_few_times(
    error: TelegramError, method: str
) -> None:
    assert decide(error, method, MESSAGE) == Later(1, counted=True)


def test_a_group_that_moved_is_followed() -> None:
    assert decide(ChatMigrated(-1005), SEND, MESSAGE) == Moved(-1005)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
        (Forbidden("Forbidden: user is deactivated"), "deactivated"),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), "never_started"),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), "kicked"),
        (Forbidden("Forbidden: bot is not a member of the group chat"), "kicked"),
        (Forbidden("Forbidden: the group chat was deleted"), "deleted"),
        (BadRequest("Chat not found"), "not_found"),
    ],
)
def test_a_chat_that_is_closed_to_the_bot_is_gone(error: TelegramError, reason: str) -> None:
    assert decide(error, SEND, MESSAGE) == Over("gone", reason)


@pytest.mark.parametrize(
    "said",
    [
        "Message is not modified: specified new message content and reply markup are exactly …",
        "Query is too old and response timeout expired or query id is invalid",
        "Message to delete not found",
    ],
)
def test_what_is_the_case_already_is_done(said: str) -> None:
    assert decide(BadRequest(said), "editMessageText", MESSAGE) == Over("sent")


def test_markup_that_telegram_cannot_read_is_sent_as_plain_text() -> None:
    error = BadRequest('Can\'t parse entities: unsupported start tag "x" at byte offset 3')
    plain = {**without("parse_mode"), "text": "1 < 2"}
    assert decide(error, SEND, MESSAGE) == Again(SEND, plain)
    assert decide(error, SEND, plain) == Over("failed", "refused")


@pytest.mark.parametrize("said", ["Message thread not found", "Topic_closed", "TOPIC_CLOSED"])
def test_a_topic_that_is_closed_or_gone_falls_back_to_general(said: str) -> None:
    general = without("message_thread_id", "reply_parameters")
    assert decide(BadRequest(said), SEND, MESSAGE) == Again(SEND, general)
    assert isinstance(decide(BadRequest(said), SEND, general), Over)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Message is too long", "too_long"),
        ("Message caption is too long", "too_long"),
        ("Not enough rights to send text messages to the chat", "muted"),
        ("Have no write access to the chat", "muted"),
        ("CHAT_WRITE_FORBIDDEN", "muted"),
        ("Not enough rights to manage pinned messages in the chat", "may_not_pin"),
        ("Wrong file_id or the file is temporarily unavailable", "file"),
        ("Message can't be deleted for everyone", "too_old"),
        ("TOPIC_CLOSED", "topic_closed"),
        ("Message to edit not found", "no_message"),
        ("Message can't be edited", "no_message"),
        ("Something that nobody has seen before", "refused"),
    ],
)
def test_what_is_refused_for_good_fails_with_its_reason(said: str, reason: str) -> None:
    assert decide(BadRequest(said), SEND, {"chat_id": 5}) == Over("failed", reason)


def test_a_refusal_that_says_nothing_of_the_chat_does_not_close_it() -> None:
    error = Forbidden("Forbidden: the bot can't send messages to the bot")
    assert decide(error, SEND, MESSAGE) == Over("failed", "refused")
