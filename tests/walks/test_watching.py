"""What those who watch the bot get to see of it."""

import asyncio
import subprocess
import sys
from dataclasses import replace

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import metrics
from bot.config import Web
from sandbox.server import Sandbox
from tests.bot.servers import unused_port
from tests.walks.house import Mode, answer, app_for, private, running, way_in_chosen


async def figures(session: aiohttp.ClientSession, address: str) -> dict[tuple[str, ...], float]:
    async with session.get(address) as response:
        page = await response.text()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_bot_at_work_is_well_and_tells_what_it_has_done(mode: Mode) -> None:
    before = metrics.TOTALS.updates
    async with Sandbox() as sandbox:
        app = app_for(sandbox, mode)
        web = app.web if app.web and app.web.port else Web(port=unused_port())
        chat, person = private(sandbox)
        async with running(replace(app, web=web)), aiohttp.ClientSession() as session:
            await sandbox.wait_for(lambda: way_in_chosen(sandbox), 10)
            sandbox.world.post(chat, person, "11/4 có gì?")
            await answer(sandbox, chat)
            address = f"http://127.0.0.1:{web.port}"
            async with session.get(f"{address}/healthz") as response:
                assert (response.status, await response.json()) == (200, {"status": "ok"})
            found: dict[tuple[str, ...], float] = {}
            async with asyncio.timeout(10):  # the answer is seen before it is settled
                while ("loa_outbox_rows", "reply", "sent") not in found:
                    found = await figures(session, f"{address}/metrics")
    assert found["loa_updates_total",] == before + 1
    assert found["loa_outbox_rows", "reply", "sent"] == 1
    assert found["loa_reply_seconds_count",] >= 1


def test_what_only_those_who_watch_need_delays_no_start() -> None:
    code = "import sys, bot.app; print('prometheus_client' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout == "False\n"
