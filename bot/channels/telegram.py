"""The Telegram channel: updates in, answers out."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self

import structlog
from telegram.error import TelegramError

from bot.channels.api import BotApi
from bot.channels.lanes import Lanes
from bot.channels.sending import Sending
from bot.channels.updates import Me, UnreadableUpdateError, read, update_id
from bot.intake import Intake, Work
from bot.readable import describe
from campaign.messages import (
    Acknowledge,
    Incoming,
    Message,
    Migration,
    Outgoing,
    Press,
    Send,
    plain,
)
from campaign.talk.notices import say
from handlers import commands, router
from handlers.visits import Front
from storage import chats, updates
from storage.errors import DatabaseError

_ADMIN = {"creator", "administrator"}
_LAST_WORDS_SECONDS = 10.0

log = structlog.get_logger(__name__)


class TelegramChannel:
    """Answers in the name of `me`. `owners` count as administrators of every group.

    As a context manager it waits in the end, not for ever, until all answers are sent.
    """

    def __init__(
        self, api: BotApi, intake: Intake, front: Front, me: Me, owners: Sequence[int] = ()
    ) -> None:
        self._api = api
        self._intake = intake
        self._front = front
        self._me = me
        self._owners = frozenset(owners)
        self._lanes = Lanes()
        self._sending = Sending(api, self._moved, self._gone)

    async def take(self, raws: Sequence[Any]) -> None:
        """Take updates in, as JSON; when it returns they are kept, and answers are on their way.

        What cannot be read is logged and skipped. Raises DatabaseError when something could not
        be kept: then the same updates are to be handed in again.
        """
        known = [entry for raw in raws if (entry := self._read(raw))]
        asked = await asyncio.gather(*(self._with_admin(incoming) for _, incoming in known))
        # All are tried: what has been kept will not be answered again, so it is answered now.
        outcomes = await asyncio.gather(
            *(
                self._receive(number, incoming)
                for (number, _), incoming in zip(known, asked, strict=True)
            ),
            return_exceptions=True,
        )
        for outcome in outcomes:
            if outcome is not None:
                raise outcome

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if not await self._lanes.empty(_LAST_WORDS_SECONDS):
            log.error("stopped before every answer was sent")

    def _read(self, raw: object) -> tuple[int, Incoming] | None:
        number = update_id(raw)
        try:
            incoming = read(raw, self._me)
        except UnreadableUpdateError as error:
            log.warning("update skipped: unreadable", update=number, places=str(error))
            return None
        return None if number is None or incoming is None else (number, incoming)

    async def _with_admin(self, incoming: Incoming) -> Incoming:
        """Fill in Sender.admin where the conversation needs to know."""
        if not self._needs_admin(incoming) or not isinstance(incoming, Message | Press):
            return incoming
        admin = incoming.sender.id in self._owners or await self._is_admin(
            incoming.chat.id, incoming.sender.id
        )
        return replace(incoming, sender=replace(incoming.sender, admin=admin))

    def _needs_admin(self, incoming: Incoming) -> bool:
        match incoming:
            case Message(chat=chat, text=text) if chat.kind == "group":
                return commands.needs_admin(text, self._front.username)
            case Press(chat=chat, data=data) if chat.kind == "group":
                return data.startswith("campaign:")
        return False

    async def _is_admin(self, chat_id: int, user_id: int) -> bool | None:
        try:
            member = await self._api.call("getChatMember", chat_id=chat_id, user_id=user_id)
        except TelegramError as error:
            log.warning("not known whether an administrator", chat=chat_id, error=str(error))
            return None
        return isinstance(member, dict) and member.get("status") in _ADMIN

    async def _receive(self, number: int, incoming: Incoming) -> None:
        """Keep one update, then let its answer go. Raises DatabaseError."""
        outgoing = await self._keep(number, incoming)
        if outgoing:
            self._lanes.put(_lane(incoming), self._answer(outgoing))

    async def _keep(self, number: int, incoming: Incoming) -> list[Outgoing]:
        try:
            return await self._intake.run(
                lambda unit, now: router.receive(self._front, unit, number, incoming, now)
            )
        except DatabaseError:
            raise
        except Exception as error:  # a mistake of ours: it may cost this answer, and no more
            log.error("update failed", update=number, error=describe(error))
            await self._intake.run(lambda unit, now: updates.first_time(unit, number, now))
            return _apology(incoming)

    async def _answer(self, outgoing: Sequence[Outgoing]) -> None:
        try:
            for message in outgoing:
                await self._sending.send(message)
        except Exception as error:  # the lane goes on; what was to be said is not to be logged
            log.error("answer failed", error=describe(error))

    async def _moved(self, old_id: int, new_id: int) -> None:
        await self._remember(lambda unit, now: chats.rename(unit, old_id, new_id, now))

    async def _gone(self, chat_id: int) -> None:
        await self._remember(lambda unit, now: chats.leave(unit, chat_id, now))

    async def _remember(self, work: Work[None]) -> None:
        try:
            await self._intake.run(work)
        except DatabaseError as error:  # it will be found out again
            log.error("not kept", error=str(error))


def _lane(incoming: Incoming) -> int:
    return incoming.new_id if isinstance(incoming, Migration) else incoming.chat.id


def _apology(incoming: Incoming) -> list[Outgoing]:
    if not isinstance(incoming, Message | Press):
        return []
    english = (incoming.sender.language or "").lower().startswith("en")
    text = say("failed", "en" if english else "vi")
    if isinstance(incoming, Press):
        return [Acknowledge(incoming.id, plain(text))]
    quoted = incoming.id if incoming.chat.kind == "group" else None
    return [Send(incoming.chat, text, reply_to=quoted)]
