"""Which of several processes ticks and polls, as they ask for it in the bot."""

import asyncio
from contextlib import closing

from bot.app import leading
from storage.database import Database


async def test_who_polls_and_who_ticks_in_one_process_agree_that_it_leads(
    postgresql_url: str,
) -> None:
    with closing(Database(postgresql_url)) as database:
        async with leading(database) as leads:
            assert await asyncio.gather(*(leads() for _ in range(8))) == [True] * 8
        async with leading(database) as leads:
            assert await leads()
