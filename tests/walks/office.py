"""An office of the alliance at work: its member of staff, and groups that they announce to."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from sqlalchemy import select

from bot.app import App
from bot.channels.api import CALL_SECONDS
from campaign.messages import Chat as Room
from campaign.talk.handbook import Handbook
from sandbox.chats import Chat, Message
from sandbox.limits import Limits
from sandbox.people import User
from sandbox.server import Sandbox
from storage import chats as rooms
from storage import groups
from storage.tables import CHATS, OUTBOX
from tests.walks.house import NAM_DINH, app_for, handbooks, running, said, way_in_chosen

OWNER = 4242


@dataclass
class Office:
    """Announces as a person does, and looks at what came of it."""

    sandbox: Sandbox
    app: App
    staff: User
    desk: Chat
    groups: list[Chat]

    async def draft(self, text: str) -> Message:
        """Write an announcement; return the card below its preview."""
        self.sandbox.world.post(self.desk, self.staff, f"/thongbao {text}")
        return await self.card("Gửi ngay")

    async def announce(self, text: str) -> Message:
        """Write an announcement and let it go; return its card."""
        card = await self.draft(text)
        self.press(card, "Gửi ngay")
        return card

    async def card(self, label: str, seconds: float = 15) -> Message:
        """Return the newest message at the desk that has the button, when there is one."""
        return await self.sandbox.wait_for(lambda: self._newest(label), seconds)

    async def report(self, seconds: float = 30) -> Message:
        """Return the report at the end, when it is there."""
        return await self.card("Thu hồi", seconds)

    def press(self, message: Message, label: str) -> None:
        """Press a button below a message at the desk."""
        self.sandbox.world.press(self.desk, self.staff, message, button(message, label))

    def heard(self, text: str) -> Counter[str]:
        """Return how many messages with exactly this text each group has got."""
        return Counter(
            {
                group.title: len([each for each in said(group) if each.text == text])
                for group in self.groups
            }
        )

    def states(self) -> Counter[tuple[str, str | None]]:
        """Return the states and reasons of all rows of announcements."""
        with self.app.database.begin() as unit:
            rows = unit.connection.execute(
                OUTBOX.select()
                .with_only_columns(OUTBOX.c.state, OUTBOX.c.reason)
                .where(OUTBOX.c.broadcast_id.is_not(None))
            )
            return Counter((state, reason) for state, reason in rows)

    def known(self) -> set[int]:
        """Return the ids of the groups that the bot knows."""
        with self.app.database.begin() as unit:
            kept = unit.connection.scalars(select(CHATS.c.id).where(CHATS.c.kind == "group"))
            return set(kept)

    def _newest(self, label: str) -> Message | None:
        return next(
            (each for each in reversed(said(self.desk)) if _find(each, label) is not None), None
        )


def button(message: Message, label: str) -> str:
    """Return what the button sends back whose label contains `label`."""
    found = _find(message, label)
    assert found is not None, (label, message.buttons)
    return found


def _find(message: Message, label: str) -> str | None:
    return next(
        (
            str(each["callback_data"])
            for row in message.buttons
            for each in row
            if label in str(each["text"])
        ),
        None,
    )


@asynccontextmanager
async def office(
    number: int = 3,
    *,
    limits: Limits | None = None,
    url: str | None = None,
    patience: float = CALL_SECONDS,
) -> AsyncIterator[Office]:
    """Yield an office with `number` approved groups, the bot being at work.

    `patience` is for how many seconds it waits for an answer of Telegram.
    """
    with TemporaryDirectory() as folder:  # a database that the test can look into from outside
        async with Sandbox(limits=limits) as sandbox:
            url = url or f"sqlite:///{folder}/loa.db"
            books = _one_campaign()
            app = app_for(sandbox, url=url, owners=(OWNER,), books=books, patience=patience)
            async with _at_work(sandbox, app, number) as office:
                yield office


@asynccontextmanager
async def _at_work(sandbox: Sandbox, app: App, number: int) -> AsyncIterator[Office]:
    staff = sandbox.world.add_user("Cán bộ", user_id=OWNER)
    members = [sandbox.world.add_group(f"HTX {each + 1}") for each in range(number)]
    approve(app, members)
    desk = sandbox.world.private_chat(staff)
    async with running(app):
        await sandbox.wait_for(lambda: way_in_chosen(sandbox), 10)
        yield Office(sandbox, app, staff, desk, members)


def _one_campaign() -> dict[str, Handbook]:
    return {NAM_DINH: handbooks()[NAM_DINH]}


def approve(app: App, members: list[Chat]) -> None:
    """Let the bot know the groups, and the staff have approved them."""
    with app.database.begin() as unit:
        for each in members:
            rooms.meet(unit, Room(each.id, "group", each.title), app.clock.now())
            rooms.bind(unit, each.id, NAM_DINH, app.clock.now())
            groups.decide(unit, each.id, None, after=True, now=app.clock.now())
