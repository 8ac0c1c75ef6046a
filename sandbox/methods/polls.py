"""Polls: asking, and closing."""

from typing import Any

from sandbox import polls
from sandbox.calls import Call
from sandbox.chats import Message
from sandbox.errors import bad_request
from sandbox.methods.addressing import chat_with, writable
from sandbox.methods.sending import send
from sandbox.people import Json

_QUESTION = 300
_OPTION = 100
_OPTIONS = 12


def send_poll(call: Call) -> Json:
    """Do sendPoll."""
    question = call.text("question").strip()
    if not question:
        raise bad_request("text must be non-empty")
    if len(question) > _QUESTION:
        raise bad_request("poll question length must not exceed 300")
    options = _options(call)
    chat = writable(call, "can_send_polls", "polls")
    poll: Json = {
        "id": call.world.new_id(),
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": option, "voter_count": 0}
            for number, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": call.flag("is_anonymous", default=True),
        "type": call.text("type") or "regular",
        "allows_multiple_answers": call.flag("allows_multiple_answers"),
        "allows_revoting": call.flag("allows_revoting", default=True),
        "members_only": False,
    }
    return send(call, chat, {"poll": poll}).as_json()


def _options(call: Call) -> list[str]:
    given = call.json("options")
    if not isinstance(given, list):
        raise bad_request("can't parse options JSON object")
    if not given:
        raise bad_request("poll must have at least one answer option")
    if len(given) > _OPTIONS:
        raise bad_request(f"poll can't have more than {_OPTIONS} options")
    options = [_option(option) for option in given]
    if not all(options):
        raise bad_request("poll options must be non-empty")
    if any(len(option) > _OPTION for option in options):
        raise bad_request(f"poll options length must not exceed {_OPTION}")
    return options


def _option(option: Any) -> str:
    """Return the text of an InputPollOption, or of the older plain string."""
    return str(option.get("text", "") if isinstance(option, dict) else option).strip()


def stop_poll(call: Call) -> Json:
    """Do stopPoll: the bot's own poll, once."""
    message = _poll(call)
    poll: Json = message.content["poll"]
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    return polls.close(call.world, message)


def _poll(call: Call) -> Message:
    message = chat_with(call).messages.get(call.integer("message_id"))
    if message is None or "poll" not in message.content:
        raise bad_request("message with poll to stop not found")
    if message.sender is not call.bot.user:
        raise bad_request("poll can't be stopped")
    return message
