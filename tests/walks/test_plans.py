"""A plan document in Telegram itself: sent as a file, published, and asked in a group."""

from collections.abc import AsyncIterator, Callable
from functools import partial

import pytest

from sandbox.chats import Chat, Message
from sandbox.faults import Fault
from sandbox.files import File, keep
from sandbox.sharing import share
from tests.bot.documents.files import paged, pdf, word
from tests.campaign.plan.plans import SHARED as DOCUMENTS
from tests.campaign.talk.tables import SHARED, reasons, rows
from tests.handlers.documents import PAGE
from tests.walks.house import NAM_DINH, reply, said
from tests.walks.office import Office, office

TEXT = PAGE.replace("Sông Xanh", "Nam Định").replace("SÔNG XANH", "NAM ĐỊNH")
MAKERS: dict[str, Callable[[str], bytes]] = {
    "ke-hoach.txt": str.encode,
    "ke-hoach.docx": lambda text: word(text.splitlines()),
    "ke-hoach.pdf": lambda text: pdf(paged(text)),
}
KINDS = {name: make(TEXT) for name, make in MAKERS.items()}
HANDFUL = ("q011", "q081", "q129", "q157", "q204", "q246", "q729")
"""Questions that need the names and the English of the shipped plan, on whatever day."""


@pytest.fixture
async def at_work() -> AsyncIterator[Office]:
    async with office(1) as house:
        yield house


def sends(house: Office, data: bytes, name: str) -> None:
    world = house.sandbox.world
    file_id = keep(world.files, File(name, "application/octet-stream", data), "document")
    share(world, house.desk, house.staff, file_id, "")


async def told(house: Office, words: str, chat: Chat | None = None) -> Message:
    """Return the newest message with these words, when it is there."""
    return await house.sandbox.wait_for(partial(_newest, chat or house.desk, words), 20)


def _newest(chat: Chat, words: str) -> Message | None:
    return next((each for each in reversed(said(chat)) if words in each.text), None)


async def shows(house: Office, card: Message, label: str, words: str) -> None:
    """Press the button and wait until the card says `words`."""
    house.press(card, label)
    await house.sandbox.wait_for(lambda: words in card.text, 10)


async def published(house: Office, card: Message) -> None:
    await shows(house, card, "Công bố…", "cho chiến dịch nào")
    await shows(house, card, "Nam Định 2024", "So với bản")
    await shows(house, card, "Công bố cho Nam Định 2024", "Đã công bố")


@pytest.mark.parametrize("name", KINDS)
async def test_a_document_of_every_kind_ends_in_a_campaign_that_answers(
    at_work: Office, name: str
) -> None:
    (group,) = at_work.groups
    sends(at_work, KINDS[name], name)
    card = await told(at_work, "Đọc được 4 hoạt động, 1 hạn chót; 1 mục không có thời gian")
    await published(at_work, card)
    world = at_work.sandbox.world
    world.post(group, at_work.staff, "/hoi lễ phát động ngày nào?")
    assert "12/4/2024" in (await told(at_work, "Lễ phát động", group)).text


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize("name", MAKERS)
async def test_the_plan_of_a_shipped_campaign_answers_like_the_shipped_one(
    at_work: Office, name: str
) -> None:
    (group,) = at_work.groups
    text = (DOCUMENTS / f"{NAM_DINH}.txt").read_text("utf-8")
    sends(at_work, MAKERS[name](text), name)
    await published(at_work, await told(at_work, "Đọc được 12 hoạt động, 2 hạn chót; 2 mục"))
    for row in (each for each in rows(SHARED / "sample.jsonl") if each["id"] in HANDFUL):
        asked = at_work.sandbox.world.post(group, at_work.staff, f"/hoi {row['text']}")
        answer = await at_work.sandbox.wait_for(partial(reply, group, asked), 20)
        assert not reasons(row, answer.text), (row["text"], answer.text)


async def test_going_back_is_one_press(at_work: Office) -> None:
    (group,) = at_work.groups
    sends(at_work, KINDS["ke-hoach.txt"], "ke-hoach.txt")
    card = await told(at_work, "Đọc được 4 hoạt động")
    await published(at_work, card)
    await shows(at_work, card, "Hoàn tác", "dùng lại bản này từ bây giờ")
    at_work.sandbox.world.post(group, at_work.staff, "/hoi lễ phát động ngày nào?")
    assert "28/3/2024" in (await told(at_work, "Lễ phát động", group)).text


async def test_a_connection_that_breaks_while_the_document_is_fetched_loses_nothing(
    at_work: Office,
) -> None:
    at_work.sandbox.world.faults.add(Fault("drop", "getfile"))
    sends(at_work, KINDS["ke-hoach.txt"], "ke-hoach.txt")
    await told(at_work, "Đọc được 4 hoạt động")


async def test_what_is_no_plan_is_told_in_a_sentence(at_work: Office) -> None:
    sends(at_work, b"\x89PNG\r\n\x1a\n" + bytes(200), "ke-hoach.pdf")
    assert "Không đọc được loại tệp này" in (await told(at_work, "Chưa đọc được")).text
