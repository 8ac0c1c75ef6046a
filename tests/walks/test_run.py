"""`loa run` as a process, with the sandbox in Telegram's place."""

import json
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from storage.database import Database
from tests.bot.servers import unused_port
from tests.walks.house import SECRET, Mode, answer, private, said
from tests.walks.processes import loa

TOKEN = "7000000001:AAE-this_is_only_a_made_up_token_1234"


def environment(sandbox: Sandbox, mode: Mode = "polling", **more: str) -> dict[str, str]:
    port = unused_port() if mode == "webhook" else 0
    return {
        "LOA_TELEGRAM__TOKEN": sandbox.token,
        "LOA_TELEGRAM__BASE_URL": sandbox.base_url,
        "LOA_TELEGRAM__MODE": mode,
        "LOA_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "LOA_TELEGRAM__WEBHOOK_SECRET": SECRET,
        "LOA_WEB__PORT": str(port),
        "LOA_CAMPAIGNS__DEFAULT": "nam-dinh-2024",
        "LOA_TODAY": "2024-03-11",
        **more,
    }


@pytest.mark.parametrize(("mode", "end"), [("polling", signal.SIGTERM), ("webhook", signal.SIGINT)])
async def test_it_answers_ends_in_order_and_goes_on_when_started_again(
    mode: Mode, end: signal.Signals, tmp_path: Path
) -> None:
    async with Sandbox(token=TOKEN) as sandbox:
        chat, person = private(sandbox)
        lines: list[str] = []
        for number, new in ((1, True), (2, False)):
            sandbox.world.post(chat, person, "11/4 có gì?")
            async with loa(
                "run", folder=tmp_path, environment=environment(sandbox, mode)
            ) as process:
                assert "11/4" in (await answer(sandbox, chat, number, seconds=30)).text
                found = json.loads(await process.line_with('"database"'))
                assert (found["name"], found["new"]) == (str(tmp_path / "loa.db"), new)
                assert await process.stop(end) == 0
                lines += process.lines
        assert len(said(chat)) == 2
    assert [json.loads(line)["event"] for line in lines].count("stopped") == 2
    assert not [line for line in lines if TOKEN.partition(":")[2] in line or SECRET in line]


async def test_not_even_debugging_shows_the_token_or_what_people_write(tmp_path: Path) -> None:
    async with Sandbox(token=TOKEN) as sandbox:
        chat, person = private(sandbox)
        sandbox.world.post(chat, person, "điều riêng tư của tôi")
        settings = environment(sandbox, LOA_LOGS__LEVEL="debug", LOA_LOGS__FORMAT="console")
        async with loa("run", folder=tmp_path, environment=settings) as process:
            await answer(sandbox, chat, seconds=30)
            await process.stop()
    assert "started" in process.output
    assert TOKEN.partition(":")[2] not in process.output
    assert "riêng tư" not in process.output
    assert "Chị A" not in process.output


async def test_a_wrong_token_is_one_line_and_status_1(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        settings = environment(sandbox) | {"LOA_TELEGRAM__TOKEN": TOKEN}
        settings["LOA_LOGS__LEVEL"] = "warning"
        async with loa("run", folder=tmp_path, environment=settings) as process:
            assert await process.end() == 1
    (line,) = process.lines
    assert line.startswith("loa: Telegram does not accept the token: check telegram.token")


async def test_a_broken_set_up_is_told_before_anything_is_started(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[telegram]\nmode = 'pigeon'\n", "utf-8")
    async with loa("run", folder=tmp_path) as process:
        assert await process.end() == 1
    assert [line.split(" (")[0] for line in process.lines] == [
        "loa: telegram.token: required",
        "loa: telegram.mode: should be 'polling' or 'webhook'",
    ]
    assert not (tmp_path / "loa.db").exists()


async def test_a_database_that_is_none_is_one_line_and_status_1(tmp_path: Path) -> None:
    (tmp_path / "loa.db").write_bytes(b"no database at all, but long enough\n" * 99)
    async with Sandbox() as sandbox:
        settings = environment(sandbox)
        async with loa("run", folder=tmp_path, environment=settings) as process:
            assert await process.end() == 1
    (line,) = process.lines
    assert line.startswith("loa: database ")


async def test_a_database_of_a_newer_loa_is_one_line_and_status_1(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/loa.db")
    database.upgrade()
    database.close()
    with closing(sqlite3.connect(tmp_path / "loa.db")) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    async with (
        Sandbox() as sandbox,
        loa("run", folder=tmp_path, environment=environment(sandbox)) as process,
    ):
        assert await process.end() == 1
    (line,) = process.lines
    assert "was written by a newer Loa" in line
