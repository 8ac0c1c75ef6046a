"""Several pictures sent together, and what else is no text, in private."""

from typing import Any

import pytest

from sandbox.chats import Chat
from sandbox.people import User
from sandbox.server import Sandbox
from tests.walks.house import answer, house, private, said
from tests.walks.office import office

CAPTIONS = [
    pytest.param([None, None, None], id="no caption"),
    pytest.param(["11/4 có gì?", None, None], id="a caption below the first"),
]


def sends_album(
    sandbox: Sandbox, chat: Chat, person: User, captions: list[str | None], number: int = 1
) -> None:
    """Let one picture after the other arrive, as Telegram reports an album."""
    for at, caption in enumerate(captions):
        message: dict[str, Any] = {
            "message_id": 900 + 10 * number + at,
            "date": 1,
            "chat": chat.as_json(),
            "from": person.as_json(),
            "photo": [{"file_id": f"F{at}", "file_unique_id": "f", "width": 9, "height": 9}],
            "media_group_id": f"13{number}",
        }
        update = {"update_id": 99_999_000 + 10 * number + at, "message": message}
        sandbox.bot.updates.inject(
            update if caption is None else {**update, "message": message | {"caption": caption}}
        )


@pytest.mark.parametrize("captions", CAPTIONS)
async def test_a_member_s_album_is_answered_once(captions: list[str | None]) -> None:
    async with house() as sandbox:
        chat, person = private(sandbox)
        sends_album(sandbox, chat, person, captions)
        first = await answer(sandbox, chat)
        assert ("11/4" if captions[0] else "chỉ đọc được chữ") in first.text
        sends_album(sandbox, chat, person, [None, None], number=2)
        assert "chỉ đọc được chữ" in (await answer(sandbox, chat, 2)).text
        sandbox.world.post(chat, person, "/chude")
        await answer(sandbox, chat, 3)
        assert len(said(chat)) == 3


async def test_an_album_in_a_group_is_talk_among_others() -> None:
    async with house(privacy=False) as sandbox:
        person = sandbox.world.add_user("Chị A")
        group = sandbox.world.add_group("HTX Bình Minh", members=[person])
        sends_album(sandbox, group, person, [None, None])
        sandbox.world.post(group, person, "/chude")
        await answer(sandbox, group)
        assert len(said(group)) == 1


@pytest.mark.parametrize("captions", CAPTIONS)
async def test_who_announces_an_album_is_told_once_that_it_is_one_picture_at_a_time(
    captions: list[str | None],
) -> None:
    async with office(1) as walk:
        walk.sandbox.world.post(walk.desk, walk.staff, "/thongbao")
        await answer(walk.sandbox, walk.desk)
        sends_album(walk.sandbox, walk.desk, walk.staff, captions)
        assert "chưa nhận album" in (await answer(walk.sandbox, walk.desk, 2)).text
        walk.sandbox.world.post(walk.desk, walk.staff, "Mời các HTX dự hội thảo")
        await walk.card("Gửi ngay")
        assert [each.text for each in said(walk.desk)].count("Mời các HTX dự hội thảo") == 1
        assert len([each for each in said(walk.desk) if "album" in each.text]) == 1


async def test_a_file_without_words_is_answered_with_what_helps() -> None:
    async with house() as sandbox:
        chat, person = private(sandbox)
        message = {
            "message_id": 900,
            "date": 1,
            "chat": chat.as_json(),
            "from": person.as_json(),
            "document": {"file_id": "F", "file_unique_id": "f"},
        }
        sandbox.bot.updates.inject({"update_id": 99_999_000, "message": message})
        assert "viết câu hỏi" in (await answer(sandbox, chat)).text
