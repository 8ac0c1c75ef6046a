"""What goes wrong on the way: nothing is lost, nothing is said twice, the bot stays up."""

import asyncio
import dataclasses
import datetime
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import pytest

from bot.channels.api import connected
from bot.config import Web
from bot.errors import StartError
from sandbox.faults import Fault
from sandbox.server import Sandbox
from storage import updates
from storage.database import Database
from tests.bot.servers import unused_port
from tests.walks.house import (
    NAM_DINH,
    Mode,
    answer,
    app_for,
    house,
    private,
    running,
    said,
)

if TYPE_CHECKING:
    from campaign.talk.handbook import Handbook


@pytest.fixture(params=get_args(Mode))
async def sandbox(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    async with house(request.param) as sandbox:
        yield sandbox


def update(sandbox: Sandbox, number: int, text: str, **fields: Any) -> dict[str, Any]:
    """Return a private message of a new person as an update."""
    person = sandbox.world.add_user("Bác B")
    chat = sandbox.world.private_chat(person)
    message = {"message_id": 900 + number, "date": 1, "chat": chat.as_json()}
    message |= {"from": person.as_json(), "text": text}
    return {"update_id": number, "message": message | fields}


# Updates


async def test_an_update_that_comes_again_is_answered_once(sandbox: Sandbox) -> None:
    payload = update(sandbox, 100_000_500, "11/4 có gì?")
    chat = sandbox.world.chat(payload["message"]["chat"]["id"])
    for _ in range(3):
        sandbox.bot.updates.inject(payload)
    other, person = private(sandbox)
    sandbox.world.post(other, person, "/chude")
    await answer(sandbox, chat)
    await answer(sandbox, other)
    assert len(said(chat)) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"message": {"message_id": "one"}},
        {"message": None, "callback_query": {"id": 7}},
        {"message": {"message_id": 1, "chat": {"id": 2**70, "type": "private"}, "text": "bí mật"}},
    ],
)
async def test_a_malformed_update_is_skipped_and_named_in_the_log(
    broken: dict[str, Any], sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    chat, person = private(sandbox)
    sandbox.bot.updates.inject({"update_id": 100_000_499, **broken})
    sandbox.world.post(chat, person, "11/4 có gì?")
    await answer(sandbox, chat)
    log = capsys.readouterr().out
    assert "update skipped" in log
    assert "100000499" in log
    assert "bí mật" not in log


class Stumbling:
    """A handbook at which understanding fails."""

    plan = None

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(f"bí mật: {name}")


async def test_a_mistake_of_ours_costs_one_answer_with_an_apology(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with house(books={NAM_DINH: cast("Handbook", Stumbling())}) as sandbox:
        chat, person = private(sandbox)
        for number in (1, 2):
            sandbox.world.post(chat, person, "11/4 có gì?")
            assert "Xin lỗi" in (await answer(sandbox, chat, number)).text
        assert len(said(chat)) == 2
    log = capsys.readouterr().out
    assert "update failed" in log
    assert "RuntimeError" in log or "AttributeError" in log
    assert "bí mật" not in log


# The database


async def test_after_a_restart_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'loa.db'}"
    async with Sandbox() as sandbox:
        chat, person = private(sandbox)
        async with running(app_for(sandbox, url=url)):
            sandbox.world.post(chat, person, "lễ phát động khi nào?")
            await answer(sandbox, chat)
        sandbox.world.post(chat, person, "còn địa điểm?")
        async with running(app_for(sandbox, url=url)):
            assert "Lễ phát động" in (await answer(sandbox, chat, 2)).text
            sandbox.world.post(chat, person, "/chude")
            await answer(sandbox, chat, 3)
        assert len(said(chat)) == 3


@pytest.mark.parametrize("mode", get_args(Mode))
async def test_what_cannot_be_kept_now_is_answered_later(mode: Mode, tmp_path: Path) -> None:
    refused = asyncio.Event()

    async def pause(seconds: float) -> None:
        refused.set()
        await asyncio.sleep(seconds)

    file = tmp_path / "loa.db"
    async with house(mode, pause=pause, url=f"sqlite:///{file}?timeout=0") as sandbox:
        chat, person = private(sandbox)
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            sandbox.world.post(chat, person, "11/4 có gì?")
            if mode == "webhook":
                await asyncio.wait_for(refused.wait(), 10)
            else:  # it asks again for what it could not keep
                fetched = polls(sandbox)
                await sandbox.wait_for(lambda: polls(sandbox) >= fetched + 2, 10)
            assert not said(chat)
            other.execute("ROLLBACK")
        await answer(sandbox, chat)
        sandbox.world.post(chat, person, "/chude")
        await answer(sandbox, chat, 2)
        assert len(said(chat)) == 2


def polls(sandbox: Sandbox) -> int:
    return sum(call.method == "getupdates" for call in sandbox.calls)


async def test_updates_that_cannot_come_again_are_forgotten_at_the_start(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'loa.db'}"
    async with Sandbox() as sandbox:
        app = app_for(sandbox, url=url)
        with app.database.begin() as unit:
            updates.first_time(unit, 1, app.clock.now() - datetime.timedelta(days=3))
            updates.first_time(unit, 2, app.clock.now())
        async with running(app):
            chat, person = private(sandbox)
            sandbox.world.post(chat, person, "/chude")
            await answer(sandbox, chat)
    database = Database(url)
    with database.begin() as unit:
        new = [updates.first_time(unit, number, app.clock.now()) for number in (1, 2)]
    database.close()
    assert new == [True, False]


# The network


@pytest.mark.parametrize(
    "fault",
    [
        Fault("error", "getupdates"),
        Fault("bad_gateway", "getupdates"),
        Fault("malformed", "getupdates"),
        Fault("drop", "getupdates"),
        Fault("hang", "getupdates", seconds=0.5),
        Fault("too_many_requests", "getupdates", seconds=1),
    ],
    ids=lambda fault: fault.kind,
)
async def test_fetching_goes_on_after_a_failure(fault: Fault) -> None:
    async with house() as sandbox:
        chat, person = private(sandbox)
        sandbox.world.faults.add(fault)
        for number in (1, 2):
            sandbox.world.post(chat, person, "/chude")
            await answer(sandbox, chat, number)
        assert not sandbox.world.faults
        assert len(said(chat)) == 2


async def test_it_waits_for_telegram_to_be_reached() -> None:
    async with Sandbox() as sandbox:
        for kind in ("bad_gateway", "drop", "hang"):
            sandbox.world.faults.add(Fault(kind, "getme", seconds=30))
        chat, person = private(sandbox)
        sandbox.world.post(chat, person, "/chude")
        async with running(app_for(sandbox, patience=0.5)):
            await answer(sandbox, chat)


async def test_it_stops_while_it_waits_for_telegram() -> None:
    nowhere = Sandbox(port=unused_port())
    async with running(app_for(nowhere)) as app:
        assert app.telegram.base_url == nowhere.base_url


async def test_a_token_that_is_not_accepted_ends_it_without_showing_the_token() -> None:
    async with Sandbox() as sandbox:
        sandbox.token = "12345:not-the-token"
        app = app_for(sandbox)
        with pytest.raises(StartError) as caught:
            await app.serve(asyncio.Event())
        app.database.close()
    assert "token" in str(caught.value)
    assert "not-the-token" not in str(caught.value)


async def test_a_token_that_is_revoked_ends_it() -> None:
    async with Sandbox() as sandbox:
        app = app_for(sandbox)
        serving = asyncio.create_task(app.serve(asyncio.Event()))
        chat, person = private(sandbox)
        sandbox.world.post(chat, person, "/chude")
        await answer(sandbox, chat)
        del sandbox.world.bots[sandbox.token]
        sandbox.world.post(chat, person, "/chude")
        sandbox.bot.poll.set_result(None) if sandbox.bot.poll else None
        with pytest.raises(StartError, match="no longer accepts"):
            await asyncio.wait_for(serving, 10)
        app.database.close()


async def test_a_refused_webhook_ends_it() -> None:
    async with Sandbox() as sandbox:
        app = app_for(sandbox, "webhook")
        telegram = app.telegram.model_copy(update={"webhook_url": "http://"})
        with pytest.raises(StartError, match="Telegram refuses setWebhook"):
            await dataclasses.replace(app, telegram=telegram).serve(asyncio.Event())
        app.database.close()


@pytest.mark.parametrize("path", ["", "/", "/b%C3%A0%20con"])
async def test_a_webhook_of_any_path_is_found(path: str) -> None:
    async with Sandbox() as sandbox:
        app = app_for(sandbox, "webhook")
        url = f"http://127.0.0.1:{app.web.port if app.web else 0}{path}"
        telegram = app.telegram.model_copy(update={"webhook_url": url})
        async with running(dataclasses.replace(app, telegram=telegram)):
            chat, person = private(sandbox)
            sandbox.world.post(chat, person, "/chude")
            await answer(sandbox, chat)


async def test_another_poller_with_the_same_token_is_told_in_the_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with house() as sandbox, connected(app_for(sandbox).telegram) as other:
        async with asyncio.timeout(10):
            while sandbox.bot.poll is None:  # noqa: ASYNC110  # a poll that waits tells nobody
                await asyncio.sleep(0)
        await other.call("getUpdates", timeout=0)
        chat, person = private(sandbox)
        sandbox.world.post(chat, person, "/chude")
        await answer(sandbox, chat)
    assert "this token is used by another bot, too" in capsys.readouterr().out


async def test_a_privacy_mode_other_than_configured_is_told_in_the_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with Sandbox(privacy=True) as sandbox:
        app = app_for(sandbox)
        telegram = app.telegram.model_copy(update={"privacy": False})
        async with running(dataclasses.replace(app, telegram=telegram)):
            chat, person = private(sandbox)
            sandbox.world.post(chat, person, "/chude")
            await answer(sandbox, chat)
    assert "privacy mode is not as telegram.privacy says" in capsys.readouterr().out


async def test_an_address_that_is_taken_ends_it_in_one_line() -> None:
    async with Sandbox() as sandbox:
        app = app_for(sandbox, "webhook")
        taken = dataclasses.replace(app, web=Web(port=sandbox.port))
        with pytest.raises(StartError, match=f"cannot listen on 127.0.0.1:{sandbox.port}"):
            await taken.serve(asyncio.Event())
        app.database.close()


async def test_whoever_polls_answers_where_the_address_is_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with Sandbox() as sandbox:
        taken = dataclasses.replace(app_for(sandbox), web=Web(port=sandbox.port))
        async with running(taken):
            chat, person = private(sandbox)
            sandbox.world.post(chat, person, "/chude")
            await answer(sandbox, chat)
    assert f"cannot listen on 127.0.0.1:{sandbox.port}" in capsys.readouterr().out
