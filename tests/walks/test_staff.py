"""Staff are invited, and look after a group, in Telegram itself."""

from sandbox import membership
from sandbox.chats import Message
from sandbox.people import User
from sandbox.server import Sandbox
from tests.walks.house import answer, house, private

OWNER = 4242


def button(message: Message, label: str) -> str:
    """Return what the button sends back whose label begins with `label`."""
    return next(
        str(each["callback_data"])
        for row in message.buttons
        for each in row
        if str(each["text"]).startswith(label)
    )


async def test_who_opens_an_invitation_approves_and_names_a_group() -> None:
    async with house(owners=(OWNER,)) as sandbox:
        officer = await _invited(sandbox)
        card, group = await _joined(sandbox, officer)
        chat = sandbox.world.private_chat(officer)

        sandbox.world.press(chat, officer, card, button(card, "Duyệt"))
        await sandbox.wait_for(lambda: card.edit_date)
        assert "đã duyệt" in card.text

        sandbox.world.press(chat, officer, card, button(card, "Đặt tên"))
        assert "Gọi nhóm HTX Bình Minh là gì?" in (await answer(sandbox, chat, 3)).text
        sandbox.world.post(chat, officer, "Bình Minh <Ý Yên>")
        assert "Tên gọi: Bình Minh <Ý Yên>" in (await answer(sandbox, chat, 4)).text

        stranger_chat, stranger = private(sandbox)
        number = sandbox.world.press(stranger_chat, stranger, card.id, f"group:{group}:withdraw")
        refused = await sandbox.wait_for(lambda: sandbox.world.presses[number].answer)
        assert refused is not None
        assert refused["text"] == "Việc này chỉ dành cho cán bộ của chiến dịch."


async def _invited(sandbox: Sandbox) -> User:
    """Let the owner invite somebody, who accepts; return them."""
    owner = sandbox.world.add_user("Người vận hành", user_id=OWNER)
    officer = sandbox.world.add_user("Cán bộ")
    office, private = sandbox.world.private_chat(owner), sandbox.world.private_chat(officer)
    sandbox.world.post(office, owner, "/nhanvien")
    listed = await answer(sandbox, office)
    sandbox.world.press(office, owner, listed, button(listed, "Mời cán bộ · Nam Định"))
    link = (await answer(sandbox, office, 2)).text
    sandbox.world.post(private, officer, f"/start {link.partition('?start=')[2]}")
    assert "Chào mừng" in (await answer(sandbox, private)).text
    return officer


async def _joined(sandbox: Sandbox, officer: User) -> tuple[Message, int]:
    """Let a group add the bot; return the card that the member of staff gets, and its id."""
    admin = sandbox.world.add_user("Tổ trưởng")
    group = sandbox.world.add_group("HTX Bình Minh", admins=[admin], bots=())
    membership.add(sandbox.world, group, sandbox.bot.user, by=admin)
    await answer(sandbox, group)
    return await answer(sandbox, sandbox.world.private_chat(officer), 2), group.id
