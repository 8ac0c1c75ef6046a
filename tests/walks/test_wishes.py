"""At eight o'clock many people are to be reminded at once."""

import datetime

from bot import metrics
from campaign.messages import Chat as Room
from sandbox.limits import Limits
from storage import chats, wishes
from storage.wishes import WishRecord
from tests.walks.house import NAM_DINH, said
from tests.walks.office import office

PEOPLE = 60
"""Twice what Telegram takes in a second."""


async def test_all_are_reminded_and_telegram_refuses_nothing() -> None:
    async with office(1, limits=Limits()) as walk:
        world, now = walk.sandbox.world, walk.app.clock.now()
        people = [world.private_chat(world.add_user(f"Thành viên {n}")) for n in range(PEOPLE)]
        until = now + datetime.timedelta(days=1)
        refusals = metrics.TOTALS.refusals
        with walk.app.database.begin() as unit:
            for each in people:
                each.started = True
                chats.meet(unit, Room(each.id, "private"), now)
                wishes.add(unit, WishRecord(0, each.id, NAM_DINH, None, "họp", now, until))

        await walk.sandbox.wait_for(lambda: all(map(said, people)), 30)

        assert {message.text for each in people for message in said(each)} == {
            "🔔 Bạn nhờ mình nhắc: họp."
        }
        assert [len(said(each)) for each in people] == [1] * PEOPLE
        assert metrics.TOTALS.refusals == refusals
