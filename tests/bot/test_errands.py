"""Files that are made when they are sent, and documents that are read: none lost, none twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from bot.app import App
from bot.channels.api import files_url
from bot.files.sheets import workbook
from bot.parcels import Occasion, put
from campaign.ledger.grids import Sheet
from campaign.messages import Chat as Room
from campaign.messages import Fetch, Made, Outgoing, Send, SendFile
from handlers import documents
from sandbox.chats import Chat, Message
from sandbox.files import File, keep
from sandbox.server import Sandbox
from storage import cooperatives, standing
from storage.cooperatives import NewCooperative
from storage.outbox import Holder
from tests.walks.house import NAM_DINH, answer, app_for, running, said

OWNER = 4242
DESK = Room(OWNER, "private")
TABLE = Made("document", "list", (NAM_DINH, "vi"))
LIST = workbook(Sheet("x", ("Tên HTX", "Huyện"), [("HTX Hoa Sen", "Ý Yên")]))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def desk(sandbox: Sandbox) -> Chat:
    chat = sandbox.world.private_chat(sandbox.world.add_user("Cán bộ", user_id=OWNER))
    chat.started = True
    return chat


@pytest.fixture
def app(sandbox: Sandbox, tmp_path: Path) -> App:
    """A bot that does not run yet, with a cooperative."""
    app = app_for(sandbox, url=f"sqlite:///{tmp_path}/loa.db", owners=(OWNER,))
    with app.database.begin() as unit:
        cooperatives.add(unit, NAM_DINH, [NewCooperative("HTX Bình Minh", "Ý Yên")])
    return app


def left_behind(app: App, outgoing: list[Outgoing], key: str = "update:1") -> None:
    """Let a process have died while it was sending this."""
    with app.database.begin() as unit:
        put(unit, Holder("dead", 30), Occasion(key, OWNER), outgoing, app.clock.now())


def fetch(sandbox: Sandbox, data: bytes = LIST) -> Fetch:
    file = keep(sandbox.world.files, File("ds.xlsx", "application/zip", data), "document")
    return Fetch(DESK, 77, OWNER, file, "cooperatives", (NAM_DINH, ""))


def names(app: App) -> set[str]:
    with app.database.begin() as unit:
        return {each.name for each in cooperatives.of_campaign(unit, NAM_DINH)}


def states(app: App) -> dict[tuple[str, str], int]:
    with app.database.begin() as unit:
        return standing.counts(unit)


def document_of(message: Message) -> str:
    return str(message.content["document"]["file_name"])


async def test_a_file_that_was_being_sent_by_a_process_that_died_is_made_and_sent(
    sandbox: Sandbox, desk: Chat, app: App
) -> None:
    left_behind(app, [SendFile(DESK, TABLE, ("Danh sách <A&B>",))])

    async with running(app):
        message = await answer(sandbox, desk)

    assert document_of(message) == "htx-nam-dinh-2024-2024-03-11.xlsx"
    assert message.content["caption"] == "Danh sách <A&B>"


async def test_a_document_that_a_process_died_over_is_read_once(
    sandbox: Sandbox, desk: Chat, app: App
) -> None:
    left_behind(app, [fetch(sandbox)])

    async with running(app):
        assert "thêm 1 HTX mới" in (await answer(sandbox, desk)).text

    assert names(app) == {"HTX Bình Minh", "HTX Hoa Sen"}
    assert [len(said(desk)), states(app)] == [1, {("reply", "sent"): 2}]


async def test_a_document_that_was_read_before_the_process_died_is_not_read_again(
    sandbox: Sandbox, desk: Chat, app: App
) -> None:
    left_behind(app, [Send(DESK, ("đã đọc",))], f"read:{OWNER}:77")
    left_behind(app, [fetch(sandbox)])

    async with running(app):
        await sandbox.wait_for(lambda: said(desk), 10)
        await sandbox.wait_for(lambda: any(c.method == "getfile" for c in sandbox.calls), 10)

    assert [each.text for each in said(desk)] == ["đã đọc"]
    assert names(app) == {"HTX Bình Minh"}


async def test_what_can_no_longer_be_made_fails_and_keeps_nothing_waiting(
    sandbox: Sandbox, desk: Chat, app: App
) -> None:
    gone = Made("document", "list", ("khong-co", "vi"))
    left_behind(app, [SendFile(DESK, gone), Send(DESK, ("dạ",))])

    async with running(app):
        assert (await answer(sandbox, desk)).text == "dạ"

    assert states(app)["reply", "failed"] == 1


async def test_who_sent_a_document_over_which_we_stumble_is_told(
    sandbox: Sandbox, desk: Chat, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> list[Outgoing]:
        raise RuntimeError("bí mật")

    monkeypatch.setitem(documents.READERS, "cooperatives", stumble)
    left_behind(app, [fetch(sandbox)])

    with structlog.testing.capture_logs() as log:
        async with running(app):
            assert "mình gặp lỗi" in (await answer(sandbox, desk)).text

    assert "bí mật" not in str(log)
    assert states(app) == {("reply", "failed"): 1, ("reply", "sent"): 1}


@pytest.mark.parametrize("about", [(NAM_DINH, "vi"), (NAM_DINH, "x", "vi"), ()])
async def test_a_mistake_of_ours_is_told_in_the_log_without_what_was_to_be_said(
    sandbox: Sandbox, desk: Chat, app: App, about: tuple[str, ...]
) -> None:
    wrong = SendFile(DESK, Made("document", "registrations", about), ("bí mật",))
    left_behind(app, [wrong, Send(DESK, ("dạ",))])

    with structlog.testing.capture_logs() as log:
        async with running(app):
            assert (await answer(sandbox, desk)).text == "dạ"

    assert [each["method"] for each in log if each["event"] == "errand failed"] == ["sendDocument"]
    assert "bí mật" not in str(log)
    assert states(app)["reply", "failed"] == 1


@pytest.mark.parametrize(
    ("base", "files"),
    [
        ("https://api.telegram.org/bot", "https://api.telegram.org/file/bot"),
        ("http://127.0.0.1:8081/bot", "http://127.0.0.1:8081/file/bot"),
        ("http://bot.example.vn/bot", "http://bot.example.vn/file/bot"),
        ("http://a/bot{token}/test", "http://a/file/bot{token}/test"),
    ],
)
def test_files_are_beside_the_methods(base: str, files: str) -> None:
    assert files_url(base) == files
