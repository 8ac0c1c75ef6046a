"""What has to be done to make a call, or in the place of one: files are made, documents read.

Errands are rows of the outbox like calls, so that one which is interrupted is run again.
"""

import asyncio
import datetime
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import structlog
from telegram import InputFile
from telegram.error import BadRequest, TelegramError

from bot.channels.api import BotApi
from bot.channels.calls import FETCH, MADE, Call, fetch_of, made_of
from bot.channels.refusals import Later
from bot.channels.sending import Sending
from bot.documents.plans import read_plan
from bot.files.pictures import picture
from bot.files.reading import MEGABYTE, read_table
from bot.files.sheets import workbook
from bot.intake import Intake, Work
from bot.parcels import Occasion
from bot.readable import describe
from campaign.ledger.charts import Chart
from campaign.ledger.grids import Sheet, Unreadable
from campaign.messages import Fetch, Outgoing, Send
from campaign.reader.refusals import MEGABYTES
from campaign.talk.notices import say
from handlers import documents, editions, imports, made
from handlers.made import Paper
from handlers.readers import somebody
from handlers.visits import Front
from storage import chats, outbox
from storage.database import Unit
from storage.errors import DatabaseError
from storage.outbox import Over

_PAUSES = (1.0, 2.0, 4.0)
"""Seconds after each try to fetch a document."""

Tell = Callable[[Occasion, Work[list[Outgoing]]], Awaitable[None]]
"""Runs work in a transaction, and sends what comes of it, once for each occasion."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Parser:
    """How documents for a reader become what it takes, given their bytes and their name.

    `largest` is in bytes.
    """

    largest: int
    parse: Callable[[bytes, str], Any]


PARSERS: Mapping[str, Parser] = {
    editions.READER: Parser(MEGABYTES * MEGABYTE, read_plan),
    imports.READER: Parser(imports.LARGEST * MEGABYTE, lambda data, _name: read_table(data)),
}
"""For each of `handlers.documents.READERS`. They run outside the event loop."""


class Errands(Sending):
    """Makes every call of the outbox, and runs its errands; `tell` says what came of them."""

    def __init__(
        self,
        api: BotApi,
        moved: Callable[[int, int], Awaitable[None]],
        front: Front,
        intake: Intake,
        tell: Tell,
    ) -> None:
        super().__init__(api, moved)
        self._front = front
        self._intake = intake
        self._tell = tell

    async def make(self, call: Call) -> Over | Later:
        """Make `call`, or run the errand that it stands for."""
        try:
            if call.method == FETCH:
                return await self._run(fetch_of(call))
            ready = await self._with_file(call) if MADE in call.parameters else call
        except DatabaseError:
            raise  # the row is still there, and is taken up again
        except Exception as error:  # a mistake of ours: it would be the same the next time
            log.error("errand failed", method=call.method, error=describe(error))
            if call.method == FETCH:
                await self._apologise(fetch_of(call))
            return Over("failed", "mistake")
        return await super().make(ready) if ready else Over("failed", "refused")

    # Files that are made when they are sent

    async def _with_file(self, call: Call) -> Call | None:
        wanted, front = made_of(call), self._front
        paper = await self._intake.run(lambda unit, now: made.paper(front, unit, now, wanted))
        if paper is None:
            return None
        file = await asyncio.to_thread(_drawn, paper)
        rest = {name: value for name, value in call.parameters.items() if name != MADE}
        return Call(call.method, {**rest, wanted.kind: file})

    # Documents that were sent

    async def _run(self, fetch: Fetch) -> Over:
        parser = PARSERS[fetch.reader]
        found = await self._patiently_fetched(fetch.file, parser.largest)
        if isinstance(found, Unreadable):
            await self._hand_over(fetch, found)
        else:
            await self._hand_over(fetch, await asyncio.to_thread(parser.parse, *found))
        return Over("sent")

    async def _patiently_fetched(self, file: str, largest: int) -> tuple[bytes, str] | Unreadable:
        for pause in _PAUSES:
            try:
                return await self._fetched(file, largest)
            except BadRequest as error:
                return Unreadable("size" if "too big" in error.message.lower() else "lost")
            except TelegramError as error:
                log.warning("document not fetched yet", error=str(error))
                await asyncio.sleep(pause)
        return Unreadable("lost")

    async def _fetched(self, file: str, largest: int) -> tuple[bytes, str] | Unreadable:
        """Return the document and its name at Telegram, which ends as the sender's did."""
        about = await self._api.call("getFile", file_id=file)
        if about.get("file_size", 0) > largest:
            return Unreadable("size")
        path = about["file_path"]
        data = await self._api.download(path)
        return (data, PurePosixPath(path).name) if len(data) <= largest else Unreadable("size")

    async def _hand_over(self, fetch: Fetch, found: object) -> None:
        front, occasion = self._front, _occasion(fetch)

        def work(unit: Unit, now: datetime.datetime) -> list[Outgoing]:
            if outbox.holds(unit, occasion.key):  # it was run, and nobody came to write that down
                return []
            reader = somebody(front, unit, now, fetch.sender_id)
            return documents.READERS[fetch.reader](reader, fetch.about, found)

        await self._tell(occasion, work)

    async def _apologise(self, fetch: Fetch) -> None:
        def work(unit: Unit, _now: datetime.datetime) -> list[Outgoing]:
            return [Send(fetch.chat, say("failed", chats.language(unit, fetch.sender_id)))]

        await self._tell(_occasion(fetch), work)


def _occasion(fetch: Fetch) -> Occasion:
    return Occasion(f"read:{fetch.chat.id}:{fetch.message_id}", fetch.chat.id)


def _drawn(paper: Paper) -> InputFile:
    match paper.content:
        case Sheet():
            return InputFile(workbook(paper.content), f"{paper.name}.xlsx")
        case Chart():
            return InputFile(picture(paper.content), f"{paper.name}.png")
