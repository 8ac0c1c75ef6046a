"""Making a call, and coping at once with what can be coped with at once."""

from collections.abc import Awaitable, Callable

import structlog
from telegram.error import TelegramError

from bot.channels.api import BotApi
from bot.channels.calls import Call
from bot.channels.refusals import MISSING, Again, Later, Moved, decide
from storage.outbox import Over

_FORMS = 4
"""In how many forms a call is tried: moved, without its topic, as plain text."""

log = structlog.get_logger(__name__)


class Sending:
    """Makes calls of the Bot API. `moved` remembers that a group has a new id."""

    def __init__(self, api: BotApi, moved: Callable[[int, int], Awaitable[None]]) -> None:
        self._api = api
        self._moved = moved

    async def make(self, call: Call) -> Over | Later:
        """Make `call` and return how it ended, or when it may be made again."""
        for _ in range(_FORMS):
            try:
                result = await self._api.call(call.method, **call.parameters)
            except TelegramError as error:
                decision = decide(error, call.method, call.parameters)
                _tell(decision, call, error)
                if isinstance(decision, Over | Later):
                    return decision
                call = await self._other_form(call, decision)
                if isinstance(decision, Moved) and "message_id" in call.parameters:
                    return MISSING  # it stayed behind, and its number is another one's here
            else:
                return Over("sent", message_id=_message_id(result))
        return Over("failed", "refused")

    async def _other_form(self, call: Call, decision: Again | Moved) -> Call:
        if isinstance(decision, Again):
            return Call(decision.method, decision.parameters)
        await self._moved(call.parameters["chat_id"], decision.new_id)
        return Call(call.method, {**call.parameters, "chat_id": decision.new_id})


def _message_id(result: object) -> int | None:
    number = result.get("message_id") if isinstance(result, dict) else None
    return number if isinstance(number, int) else None


def _tell(decision: object, call: Call, error: TelegramError) -> None:
    said = log.bind(method=call.method, chat=call.chat_id, error=str(error))
    match decision:
        case Over("sent"):
            pass
        case Over("gone"):
            said.info("not sent: the chat is gone")
        case Over(state, reason):
            said.error("not sent, or not known to be", state=state, reason=reason)
        case _:
            said.warning("to be sent again")
