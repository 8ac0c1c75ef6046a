from collections.abc import AsyncIterator

import pytest
import structlog
from pydantic import SecretStr

from bot.channels.api import connected
from bot.channels.calls import calls
from bot.channels.refusals import Later
from bot.channels.sending import Sending
from bot.config import RunningTelegram
from campaign.messages import (
    Acknowledge,
    Bold,
    Button,
    Chat,
    Content,
    Edit,
    Media,
    Outgoing,
    Post,
    Send,
)
from sandbox.chats import Chat as Room
from sandbox.faults import Fault
from sandbox.files import File
from sandbox.migration import migrate
from sandbox.server import Sandbox
from storage.outbox import Over

BUTTONS = ((Button("Trước", "page:1"), Button("Sau", "page:3")),)


class Desk:
    """A private chat and a group in a sandbox, and what sends there."""

    def __init__(self, sandbox: Sandbox, sending: Sending) -> None:
        self.sandbox, self.sending = sandbox, sending
        self.person = sandbox.world.add_user("Chị A")
        self.room = sandbox.world.private_chat(self.person)
        self.group = sandbox.world.add_group("HTX Bình Minh", admins=[self.person])
        self.chat = Chat(self.room.id, "private")

    async def send(self, outgoing: Outgoing) -> list[Over | Later]:
        return [await self.sending.make(call) for call in calls(outgoing)]

    def texts(self, room: Room) -> list[str]:
        return [message.text for message in self.sandbox.world.messages(room)]


@pytest.fixture
def remembered() -> list[tuple[int, ...]]:
    return []


@pytest.fixture
async def desk(remembered: list[tuple[int, ...]]) -> AsyncIterator[Desk]:
    async def remember(*ids: int) -> None:
        remembered.append(ids)

    async with Sandbox() as sandbox:
        telegram = RunningTelegram(token=SecretStr(sandbox.token), base_url=sandbox.base_url)
        async with connected(telegram) as api:
            yield Desk(sandbox, Sending(api, moved=remember))


async def test_bold_and_typed_tags_arrive_as_meant(desk: Desk) -> None:
    await desk.send(Send(desk.chat, (Bold("Hạn"), " <b>15/3</b> & sau")))
    (message,) = desk.sandbox.world.messages(desk.room)
    assert message.text == "Hạn <b>15/3</b> & sau"
    assert message.entities == [{"type": "bold", "offset": 0, "length": 3}]


async def test_a_long_text_comes_in_several_messages(desk: Desk) -> None:
    question = desk.sandbox.world.post(desk.room, desk.person, "/lich")
    paragraphs = ["x" * 3000, "y" * 3000, "z" * 3000]
    await desk.send(Send(desk.chat, ("\n\n".join(paragraphs),), BUTTONS, question.id))
    sent = desk.sandbox.world.messages(desk.room)[1:]
    assert [message.text for message in sent] == paragraphs
    assert [message.reply_to for message in sent] == [question, None, None]
    assert [bool(message.buttons) for message in sent] == [False, False, True]


async def test_an_edit_that_grew_too_long_goes_on_in_new_messages(desk: Desk) -> None:
    await desk.send(Send(desk.chat, ("trang 1",), BUTTONS))
    (page,) = desk.sandbox.world.messages(desk.room)
    await desk.send(Edit(desk.chat, page.id, ("x" * 3000 + "\n" + "y" * 3000,), BUTTONS))
    assert desk.texts(desk.room) == ["x" * 3000, "y" * 3000]
    assert not page.buttons


async def test_an_edit_that_changes_nothing_is_no_failure(desk: Desk) -> None:
    await desk.send(Send(desk.chat, ("trang 1",), BUTTONS))
    (page,) = desk.sandbox.world.messages(desk.room)
    with structlog.testing.capture_logs() as log:
        await desk.send(Edit(desk.chat, page.id, ("trang 1",), BUTTONS))
    assert log == []


async def test_a_reply_to_what_is_gone_is_still_sent(desk: Desk) -> None:
    await desk.send(Send(desk.chat, ("dạ",), reply_to=4711))
    assert desk.texts(desk.room) == ["dạ"]


async def test_a_press_is_answered_and_one_that_is_too_old_forgotten(desk: Desk) -> None:
    await desk.send(Send(desk.chat, ("trang 1",), BUTTONS))
    number = desk.sandbox.world.press(desk.room, desk.person, 1, "page:1")
    await desk.send(Acknowledge(number, "đã ghi nhận"))
    answer = desk.sandbox.world.presses[number].answer
    assert answer is not None
    assert answer["text"] == "đã ghi nhận"
    with structlog.testing.capture_logs() as log:
        await desk.send(Acknowledge("4711"))
    assert log == []


async def test_a_group_that_moved_gets_its_message_at_the_new_place(
    desk: Desk, remembered: list[tuple[int, ...]]
) -> None:
    new = migrate(desk.sandbox.world, desk.group)
    await desk.send(Send(Chat(desk.group.id, "group"), ("dạ",)))
    assert "dạ" in desk.texts(new)
    assert remembered == [(desk.group.id, new.id)]


async def test_a_message_in_a_group_that_moved_is_not_looked_for_at_the_new_place(
    desk: Desk, remembered: list[tuple[int, ...]]
) -> None:
    new = migrate(desk.sandbox.world, desk.group)
    (outcome,) = await desk.send(Edit(Chat(desk.group.id, "group"), 1, ("sửa",)))
    assert outcome == Over("failed", "no_message")
    assert remembered == [(desk.group.id, new.id)]


async def test_a_chat_that_is_not_there_is_gone(desk: Desk) -> None:
    with structlog.testing.capture_logs() as log:
        (outcome,) = await desk.send(Send(Chat(-4711, "group"), ("dạ",)))
    assert outcome == Over("gone", "not_found")
    assert [entry["event"] for entry in log] == ["not sent: the chat is gone"]


async def test_what_telegram_does_not_want_now_can_be_sent_later(desk: Desk) -> None:
    desk.sandbox.world.faults.add(Fault("too_many_requests", "sendmessage", seconds=200))
    assert await desk.send(Send(desk.chat, ("dạ",))) == [Later(200, limited=True)]
    assert await desk.send(Send(desk.chat, ("dạ",))) == [Over("sent", message_id=1)]


async def test_an_announcement_arrives_as_it_was_written(desk: Desk) -> None:
    content = Content("Hạn 15/3", ({"type": "bold", "offset": 0, "length": 3},))
    await desk.send(Post(desk.chat, content, BUTTONS))
    (message,) = desk.sandbox.world.messages(desk.room)
    assert message.text == "Hạn 15/3"
    assert message.entities == [{"type": "bold", "offset": 0, "length": 3}]
    assert [[button["text"] for button in row] for row in message.buttons] == [["Trước", "Sau"]]


async def test_a_document_travels_with_its_caption(desk: Desk) -> None:
    desk.sandbox.world.files["BQ1"] = File("ke-hoach.pdf", "application/pdf", b"%PDF-1.7")
    await desk.send(Post(desk.chat, Content("Kế hoạch", media=Media("document", "BQ1"))))
    (message,) = desk.sandbox.world.messages(desk.room)
    assert message.content["caption"] == "Kế hoạch"
    assert message.content["document"]["file_name"] == "ke-hoach.pdf"


async def test_nothing_to_say_is_nothing_to_send(desk: Desk) -> None:
    await desk.send(Send(desk.chat, ("", Bold(" "))))
    assert desk.texts(desk.room) == []
