"""Pictures, documents and polls."""

import io
import struct
import zlib
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.error import BadRequest

from sandbox import polls
from sandbox.chats import Chat
from sandbox.files import File, keep
from sandbox.images import size_of
from sandbox.people import User
from sandbox.server import Sandbox
from sandbox.sharing import forward, share
from tests.sandbox.conftest import Order, Post


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x14\x00\x1e\x01\x01\x11\x00\xff\xd9"


def test_the_size_of_a_picture() -> None:
    assert size_of(png(30, 20)) == (30, 20)
    assert size_of(JPEG) == (30, 20)
    assert size_of(JPEG[:8]) is None
    assert size_of(b"GIF89a") is None


async def test_a_picture_is_sent_downloaded_and_sent_again(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    sent = await bot.send_photo(group.id, png(30, 20), caption="<b>Hội thao</b>", parse_mode="HTML")
    (photo,) = sent.photo
    assert (photo.width, photo.height, sent.caption) == (30, 20, "Hội thao")
    file = await bot.get_file(photo.file_id)
    assert bytes(await file.download_as_bytearray()) == png(30, 20)
    again = await bot.send_photo(group.id, photo.file_id)
    assert again.photo[0].file_unique_id == photo.file_unique_id
    await bot.edit_message_caption(group.id, sent.message_id, caption="Hội thao 10/4")
    assert sandbox.world.messages(group)[0].text == "Hội thao 10/4"


async def test_a_document_keeps_its_name(bot: telegram.Bot, group: Chat) -> None:
    sent = await bot.send_document(group.id, b"noi dung", filename="ke-hoach.txt")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("ke-hoach.txt", 8)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", group.id, sent.message_id)


async def test_a_file_is_sent_again_as_what_it_was_with_a_styled_caption(
    call: Post, bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    photo = (await bot.send_photo(group.id, png(3, 2))).photo[0].file_id
    sent = await bot.send_document(group.id, b"noi dung", filename="a.txt")
    assert sent.document is not None
    bold = [{"type": "bold", "offset": 3, "length": 3}]
    for method, field, file_id, other in (
        ("sendPhoto", "photo", photo, sent.document.file_id),
        ("sendDocument", "document", sent.document.file_id, photo),
    ):
        caption = {"chat_id": group.id, "caption": "😀 Hạn", "caption_entities": bold}
        status, body = await call(method, **caption, **{field: file_id})
        assert (status, body["result"]["caption_entities"]) == (200, bold)
        status, body = await call(method, **caption, **{field: other})
        kinds = ("Document", "Photo") if field == "photo" else ("Photo", "Document")
        why = "can't use file of type {} as {}".format(*kinds)
        assert (status, body["description"]) == (400, f"Bad Request: {why}")
    assert len(sandbox.world.messages(group)) == 4


async def test_people_send_pictures_and_documents(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    world = sandbox.world
    for kind, name in (("photo", "a.png"), ("document", "b.png")):
        file_id = keep(world.files, File(name, "image/png", png(3, 2)), kind)  # type: ignore[arg-type] # one of two
        share(world, world.private_chat(member), member, file_id, "Hạn nộp: a.vn")
    with_photo, with_document = [update.message for update in await bot.get_updates()]
    assert with_photo is not None
    assert with_document is not None
    assert (with_photo.photo[0].width, with_photo.caption) == (3, "Hạn nộp: a.vn")
    assert [entity.type for entity in with_photo.caption_entities] == ["url"]
    assert with_document.document is not None
    assert with_document.document.file_name == "b.png"
    world.edit(world.messages(world.private_chat(member))[0], "Hạn nộp: 14/3")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert (edited.caption, edited.caption_entities, len(edited.photo)) == ("Hạn nộp: 14/3", (), 1)
    again = await bot.send_document(group.id, with_document.document.file_id)
    assert again.document is not None
    assert again.document.file_unique_id == with_document.document.file_unique_id


async def test_people_forward_a_post(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, forum: Chat, member: User
) -> None:
    world = sandbox.world
    private = world.private_chat(member)
    await bot.send_message(group.id, "<b>Hạn</b> 14/3", parse_mode="HTML")
    once = forward(world, forum, member, world.messages(group)[-1])
    twice = forward(world, private, member, once)
    assert (twice.text, twice.entities[0]["type"], twice.sender) == ("Hạn 14/3", "bold", member)
    assert twice.forward == once.forward
    (update,) = await bot.get_updates()
    assert update.message is not None
    origin = update.message.forward_origin
    assert isinstance(origin, telegram.MessageOriginUser)
    assert origin.sender_user.id == sandbox.bot.id
    await bot.send_message(group.id, "riêng", protect_content=True)
    with pytest.raises(ValueError, match="cannot be forwarded"):
        forward(world, private, member, world.messages(group)[-1])


async def test_files_and_forwarded_messages_over_http(
    sandbox: Sandbox, control: Order, session: aiohttp.ClientSession, group: Chat, member: User
) -> None:
    sandbox.world.private_chat(member)

    async def upload(data: bytes, **about: str) -> Any:
        headers = {"Content-Type": "application/octet-stream"}
        url = f"{sandbox.url}/sandbox/files"
        async with session.post(
            url, params=about, data=io.BytesIO(data), headers=headers
        ) as response:
            return await response.json()

    about = {"name": "ke-hoach.txt", "type": "text/plain"}
    kept = await upload(b"noi dung", kind="document", **about)
    bold = [{"type": "bold", "offset": 0, "length": 3}]
    sent = {"user_id": member.id, "text": "Hạn", "entities": bold, "file_id": kept["file_id"]}
    _, message = await control("POST", f"chats/{group.id}/messages", **sent)
    assert (message["document"]["file_name"], message["caption"]) == ("ke-hoach.txt", "Hạn")
    assert message["caption_entities"] == bold
    source = {"chat_id": group.id, "message_id": message["message_id"]}
    _, forwarded = await control(
        "POST", f"chats/{member.id}/messages", user_id=member.id, forward=source
    )
    assert forwarded["forward_origin"]["sender_user"]["id"] == member.id
    for data, kind, why in (
        (b"khong phai anh", "photo", "a photo is a PNG or JPEG"),
        (b"x" * (10 * 1024 * 1024 + 1), "photo", "a photo has 1 to 10485760 bytes"),
        (b"x", "film", "no such kind: film"),
    ):
        assert await upload(data, kind=kind, **about) == {"error": f"ValueError: {why}"}


async def test_wrong_files(bot: telegram.Bot, call: Post, group: Chat) -> None:
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(group.id, b"khong phai anh")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(group.id, png(1, 1), caption="x" * 1025)
    big = await bot.send_document(group.id, bytes(20 * 1024 * 1024 + 1))
    assert big.document is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(big.document.file_id)
    for method, parameters, why in (
        ("sendPhoto", {"chat_id": group.id}, "there is no photo in the request"),
        (
            "sendPhoto",
            {"chat_id": group.id, "photo": "x"},
            "wrong remote file identifier specified: Wrong string length",
        ),
        (
            "sendPhoto",
            {"chat_id": group.id, "photo": "http://127.0.0.1:9/x"},
            "failed to get HTTP URL content",
        ),
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
    ):
        status, body = await call(method, **parameters)
        assert (status, body["description"]) == (400, f"Bad Request: {why}")


async def test_a_picture_is_fetched_from_its_address(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    sent = await bot.send_photo(group.id, png(3, 2))
    address = f"{sandbox.url}/sandbox/files/{sent.photo[0].file_id}"
    fetched = await bot.send_photo(group.id, address)
    assert (fetched.photo[0].width, fetched.photo[0].height) == (3, 2)


async def test_votes_are_counted_and_told(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User, leader: User
) -> None:
    world = sandbox.world
    sent = await bot.send_poll(group.id, "Họp ngày nào?", ["10/4", "11/4"], is_anonymous=False)
    message = world.messages(group)[0]
    polls.vote(world, message, member, [1])
    polls.vote(world, message, leader, [1])
    polls.vote(world, message, leader, [])
    *_, figures, taken_back = await bot.get_updates()
    assert figures.poll is not None
    assert [option.voter_count for option in figures.poll.options] == [0, 1]
    assert taken_back.poll_answer is not None
    assert taken_back.poll_answer.user is not None
    assert (taken_back.poll_answer.user.id, taken_back.poll_answer.option_ids) == (leader.id, ())

    closed = await bot.stop_poll(group.id, sent.message_id)
    assert (closed.is_closed, closed.total_voter_count) == (True, 1)
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(group.id, sent.message_id)
    with pytest.raises(ValueError, match="the poll is closed"):
        polls.vote(world, message, member, [0])


async def test_an_anonymous_poll_names_nobody(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    await bot.send_poll(group.id, "Họp ngày nào?", ["10/4", "11/4"])
    polls.vote(sandbox.world, sandbox.world.messages(group)[0], member, [0])
    (update,) = await bot.get_updates()
    assert update.poll is not None
    assert update.poll_answer is None


async def test_wrong_polls(call: Post, group: Chat) -> None:
    for parameters, why in (
        ({"options": ["a"]}, "text must be non-empty"),
        ({"question": "x"}, "can't parse options JSON object"),
        ({"question": "x", "options": []}, "poll must have at least one answer option"),
        ({"question": "x", "options": ["a"] * 13}, "poll can't have more than 12 options"),
        ({"question": "x", "options": ["a", {"text": " "}]}, "poll options must be non-empty"),
        ({"question": "x" * 301, "options": ["a"]}, "poll question length must not exceed 300"),
    ):
        status, body = await call("sendPoll", chat_id=group.id, **parameters)
        assert (status, body["description"]) == (400, f"Bad Request: {why}")
    _, body = await call("stopPoll", chat_id=group.id, message_id=9)
    assert body["description"] == "Bad Request: message with poll to stop not found"
