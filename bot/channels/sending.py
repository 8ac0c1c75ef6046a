"""Sending to Telegram, and coping with what it says to that."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from telegram.error import TelegramError

from bot.channels.api import BotApi
from bot.channels.html import split, to_html
from bot.channels.refusals import (
    Again,
    Decision,
    Done,
    Failed,
    Gone,
    Moved,
    Parameters,
    decide,
)
from campaign.messages import Acknowledge, Buttons, Chat, Edit, Outgoing, Text

_ATTEMPTS = 6
_LONGEST_PAUSE = 120.0

log = structlog.get_logger(__name__)


class Sending:
    """Carries outgoing values out. `moved` and `gone` remember what sending found out."""

    def __init__(
        self,
        api: BotApi,
        moved: Callable[[int, int], Awaitable[None]],
        gone: Callable[[int], Awaitable[None]],
    ) -> None:
        self._api = api
        self._moved = moved
        self._gone = gone

    async def send(self, outgoing: Outgoing) -> None:
        """Send `outgoing`; a long text in several messages, the buttons under the last one."""
        for method, parameters in _calls(outgoing):
            if not await self._call(method, parameters):
                return

    async def _call(self, method: str, parameters: Parameters) -> bool:
        """Call `method`, as often as it takes; say whether what was wanted is the case."""
        for _ in range(_ATTEMPTS):
            try:
                await self._api.call(method, **parameters)
            except TelegramError as error:
                decision = await self._act(decide(error, method, parameters), parameters, error)
                if not isinstance(decision, Again):
                    return isinstance(decision, Done)
                method, parameters = decision.method, decision.parameters
                await asyncio.sleep(decision.pause)
            else:
                return True
        log.error("not sent: too many attempts", method=method, chat=parameters.get("chat_id"))
        return False

    async def _act(
        self, decision: Decision, parameters: Parameters, error: TelegramError
    ) -> Decision:
        said = log.bind(chat=parameters.get("chat_id"), error=str(error))
        match decision:
            case Again() if decision.pause > _LONGEST_PAUSE:
                said.error("not sent: the pause is too long")
                return Failed()
            case Again():
                said.warning("sending again")
            case Moved():
                await self._moved(parameters["chat_id"], decision.new_id)
                return Again(decision.method, {**parameters, "chat_id": decision.new_id})
            case Gone():
                said.info("not sent: the chat is gone")
                await self._gone(parameters["chat_id"])
            case Failed():
                said.error("not sent, or not known to be")
        return decision


def _calls(outgoing: Outgoing) -> list[tuple[str, Parameters]]:
    if isinstance(outgoing, Acknowledge):
        answer = {"callback_query_id": outgoing.press_id, "text": outgoing.notice}
        return [("answerCallbackQuery", answer)]
    pieces = split(outgoing.text)
    calls = [("sendMessage", _message(outgoing.chat, piece)) for piece in pieces]
    if not calls:
        return []
    first, last = calls[0][1], calls[-1][1]
    if isinstance(outgoing, Edit):
        calls[0] = ("editMessageText", first)
        first["message_id"] = outgoing.message_id
    elif outgoing.reply_to is not None:
        quoted = {"message_id": outgoing.reply_to, "allow_sending_without_reply": True}
        first["reply_parameters"] = quoted
    if outgoing.buttons:
        last["reply_markup"] = {"inline_keyboard": _keyboard(outgoing.buttons)}
    return calls


def _message(chat: Chat, text: Text) -> Parameters:
    message = {
        "chat_id": chat.id,
        "text": to_html(text),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    return message if chat.thread is None else {**message, "message_thread_id": chat.thread}


def _keyboard(buttons: Buttons) -> list[list[dict[str, str]]]:
    return [
        [{"text": button.label, "callback_data": button.data} for button in row] for row in buttons
    ]
