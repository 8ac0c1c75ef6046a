"""Characters that a database or Telegram refuses, in all that people can write."""

from pathlib import Path
from typing import Any

import pytest

from tests.walks.house import answer, house, said
from tests.walks.office import Office, office

ODD = "\x00\ud83d\x07\udc00\x1b"
SHOWN = " ? ? "


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'loa.db'}"
    found: str = request.getfixturevalue("postgresql_url")
    return found


async def test_a_question_is_answered_and_kept(url: str) -> None:
    async with house(url=url) as sandbox:
        person = sandbox.world.add_user("Chị A")
        chat = sandbox.world.private_chat(person)
        odd = person.as_json() | {"first_name": ODD, "language_code": f"vi{ODD}"}
        message = {"message_id": 900, "date": 1, "chat": chat.as_json(), "from": odd}
        text = {"text": f"11/4 có gì? {ODD}"}
        sandbox.bot.updates.inject({"update_id": 99_999_900, "message": message | text})
        assert "11/4" in (await answer(sandbox, chat)).text
        query = {"id": ODD, "from": odd, "chat_instance": "1", "data": f"page:{ODD}"}
        sandbox.bot.updates.inject({"update_id": 99_999_901, "callback_query": query})
        sandbox.world.post(chat, person, "/chude")
        await answer(sandbox, chat, 2)
        assert len(said(chat)) == 2


async def test_an_announcement_is_kept_and_sent_with_its_links(url: str) -> None:
    async with office(2, url=url) as walk:
        link = {"type": "text_link", "offset": 10, "length": 7, "url": f"https://a.vn/{ODD}"}
        _hears(walk, 99_999_900, text=f"/thongbao Kính gửi{ODD}các HTX", entities=[link])
        walk.press(await walk.card("Gửi ngay"), "Gửi ngay")
        await walk.report()
        for group in walk.groups:
            (copy,) = said(group)
            assert copy.text == f"Kính gửi{SHOWN}các HTX"
            assert copy.entities[0]["url"].startswith("https://a.vn/")


async def test_a_group_with_such_a_title_is_approved_and_named(url: str) -> None:
    async with office(1, url=url) as walk:
        group = walk.sandbox.world.add_group("HTX mới")
        titled = group.as_json() | {"title": f"HTX{ODD}mới"}
        _joined(walk, titled)
        card = await walk.card("Duyệt")
        assert "HTX" in card.text
        walk.press(card, "Duyệt")
        walk.sandbox.world.post(walk.desk, walk.staff, "/nhom")
        walk.press(await walk.card(f"HTX{SHOWN}mới"), f"HTX{SHOWN}mới")
        walk.press(await walk.card("Đặt tên"), "Đặt tên")
        await walk.sandbox.wait_for(lambda: "tên" in said(walk.desk)[-1].text.lower(), 10)
        _hears(walk, 99_999_902, text=f"HTX{ODD}Bình Minh")
        await walk.sandbox.wait_for(
            lambda: any(f"HTX{SHOWN}Bình Minh" in each.text for each in said(walk.desk)), 10
        )


def _hears(walk: Office, number: int, **fields: Any) -> None:
    message = {
        "message_id": number % 1000,
        "date": 1,
        "chat": walk.desk.as_json(),
        "from": walk.staff.as_json(),
    }
    walk.sandbox.bot.updates.inject({"update_id": number, "message": message | fields})


def _joined(walk: Office, titled: Any) -> None:
    me = walk.sandbox.bot.user.as_json()
    change = {
        "chat": titled,
        "from": walk.staff.as_json(),
        "date": 1,
        "old_chat_member": {"user": me, "status": "left"},
        "new_chat_member": {"user": me, "status": "member"},
    }
    walk.sandbox.bot.updates.inject({"update_id": 99_999_901, "my_chat_member": change})
