"""The Telegram channel: updates in, answers out."""

import asyncio
import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import structlog
from telegram.error import TelegramError

from bot import metrics
from bot.channels.api import BotApi
from bot.channels.updates import Me, UnreadableUpdateError, read, update_id
from bot.delivery import Delivery
from bot.intake import Intake
from bot.parcels import Occasion, Parcel, put
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
from storage import updates
from storage.database import Unit
from storage.errors import DatabaseError

_ADMIN = {"creator", "administrator"}

_Answer = Callable[[Unit, int, Incoming, datetime.datetime], list[Outgoing]]

log = structlog.get_logger(__name__)


class TelegramChannel:
    """Answers in the name of `me`. Owners count as administrators of every group."""

    def __init__(
        self, api: BotApi, intake: Intake, delivery: Delivery, front: Front, me: Me
    ) -> None:
        self._api = api
        self._intake = intake
        self._delivery = delivery
        self._front = front
        self._me = me

    async def take(self, raws: Sequence[Any]) -> None:
        """Take updates in, as JSON; when it returns they are kept, and answers are on their way.

        What cannot be read is logged and skipped. Raises DatabaseError when something could not
        be kept: then the same updates are to be handed in again.
        """
        metrics.taken(len(raws))
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
        admin = incoming.sender.id in self._front.owners or await self._is_admin(
            incoming.chat.id, incoming.sender.id
        )
        return replace(incoming, sender=replace(incoming.sender, admin=admin))

    def _needs_admin(self, incoming: Incoming) -> bool:
        match incoming:
            case Message(chat=chat, text=text) if chat.kind == "group":
                return commands.needs_admin(text, self._front.username)
            case Press(chat=chat, data=data) if chat.kind == "group":
                return commands.press_needs_admin(data)
        return False

    async def _is_admin(self, chat_id: int, user_id: int) -> bool | None:
        try:
            member = await self._api.call("getChatMember", chat_id=chat_id, user_id=user_id)
        except TelegramError as error:
            log.warning("not known whether an administrator", chat=chat_id, error=str(error))
            return None
        return isinstance(member, dict) and member.get("status") in _ADMIN

    async def _receive(self, number: int, incoming: Incoming) -> None:
        """Keep one update with what it is answered, then send that. Raises DatabaseError."""
        try:
            parcels = await self._keep(number, incoming, self._answer)
        except DatabaseError:
            raise
        except Exception as error:  # a mistake of ours: it may cost this answer, and no more
            log.error("update failed", update=number, error=describe(error))
            parcels = await self._keep(number, incoming, _apologise)
        self._delivery.hand_over(parcels)
        if isinstance(incoming, Press):
            self._delivery.wake()  # it may have confirmed an announcement

    async def _keep(self, number: int, incoming: Incoming, answer: _Answer) -> list[Parcel]:
        holder = self._delivery.holder
        occasion = Occasion(_occasion(number, incoming), _chat_id(incoming))

        def work(unit: Unit, now: datetime.datetime) -> list[Parcel]:
            outgoing = answer(unit, number, incoming, now)
            return put(unit, holder, occasion, outgoing, now)

        return await self._intake.run(work)

    def _answer(
        self, unit: Unit, number: int, incoming: Incoming, now: datetime.datetime
    ) -> list[Outgoing]:
        return router.receive(self._front, unit, number, incoming, now)


def _occasion(number: int, incoming: Incoming) -> str:
    """What is answered once: an album as a whole, whichever of its pictures comes first."""
    if isinstance(incoming, Message) and incoming.album:
        return f"album:{incoming.chat.id}:{incoming.album}"
    return f"update:{number}"


def _chat_id(incoming: Incoming) -> int:
    return incoming.new_id if isinstance(incoming, Migration) else incoming.chat.id


def _apologise(
    unit: Unit, number: int, incoming: Incoming, now: datetime.datetime
) -> list[Outgoing]:
    new = updates.first_time(unit, number, now)
    return _apology(incoming) if new else []


def _apology(incoming: Incoming) -> list[Outgoing]:
    if not isinstance(incoming, Message | Press):
        return []
    english = (incoming.sender.language or "").lower().startswith("en")
    text = say("failed", "en" if english else "vi")
    if isinstance(incoming, Press):
        return [Acknowledge(incoming.id, plain(text))]
    quoted = incoming.id if incoming.chat.kind == "group" else None
    return [Send(incoming.chat, text, reply_to=quoted)]
