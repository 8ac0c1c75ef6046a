"""The people and groups of the demo, and what they do before a visitor comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Self

from campaign.plan.model import Plan
from sandbox import membership
from sandbox.chats import Chat
from sandbox.files import File, keep
from sandbox.people import User
from sandbox.server import Sandbox
from sandbox.sharing import share

_PATIENCE = 10.0
_MORE_GROUPS = (
    "HTX Nông nghiệp Nam Sách",
    "HTX Rau quả Gia Lộc",
    "HTX Thủy sản Tứ Kỳ",
    "HTX Vải thiều Thanh Hà",
)
_FORUM = "Diễn đàn HTX Chí Linh"
_MUTED = "HTX Môi trường Kinh Môn"
_COOPERATIVES = (
    "HTX Hoa Sen,Ven Sông",
    "HTX Lúa Vàng,Ven Sông",
    "HTX Rau Sạch,Đồng Nội",
    "HTX Làng Nghề,Đồng Nội",
)
"""For whom the first group of each plan speaks: name and district, as in a list."""


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """Member groups of all plans, a member's private chat, and `office`, who speaks for the
    alliance, with the private chat `desk`; `leaders` look at what the office announces.
    """

    sandbox: Sandbox
    office: User
    desk: Chat
    members: tuple[User, ...]
    admin: User
    leaders: tuple[User, ...] = ()
    groups: list[Chat] = field(default_factory=list)

    @classmethod
    def of(cls, sandbox: Sandbox, *, second_approver: bool = False) -> Self:
        """Return the world with its people; nobody has said anything yet."""
        world = sandbox.world
        office = world.add_user("Cán bộ Văn phòng")
        members = (
            world.add_user("Chị A"),
            world.add_user("Bác B"),
            world.add_user("Mr. C", language="en"),
        )
        admin = world.add_user("Tổ trưởng")
        leaders = (world.add_user("Lãnh đạo Liên minh"),) if second_approver else ()
        return cls(sandbox, office, world.private_chat(office), members, admin, leaders)

    async def settle_in(self, plans: Sequence[Plan]) -> None:
        """Let a group of each plan, and more of the first, tell the bot so, and be answered.

        In one of them it may not write from then on; the office sends a list of cooperatives for
        each plan. Raises TimeoutError.
        """
        world = self.sandbox.world
        alone = [(world.private_chat(each), each) for each in (self.members[0], *self.leaders)]
        for chat, person in ((self.desk, self.office), *alone):
            world.post(chat, person, "/start")
        for plan in plans:
            self._add(f"Thành viên HTX {plan.province or plan.issuer}", plan)
        for title in _MORE_GROUPS:
            self._add(title, plans[0])
        muted = self._add(_MUTED, plans[0])
        self._add(_FORUM, plans[0], forum=True)
        chats = [*self.groups, self.desk, *(chat for chat, _ in alone)]
        await self.sandbox.wait_for(lambda: all(map(_answered, chats)), _PATIENCE)
        membership.restrict(world, muted, self.sandbox.bot.user, self.admin)
        for plan, group in zip(plans, self.groups, strict=False):
            self._import(plan, group)

    def _add(self, title: str, plan: Plan, *, forum: bool = False) -> Chat:
        world = self.sandbox.world
        group = world.add_group(title, forum=forum, members=self.members, admins=[self.admin])
        world.post(group, self.admin, f"/start@{self.sandbox.bot.user.username} {plan.id}")
        self.groups.append(group)
        return group

    def _import(self, plan: Plan, group: Chat) -> None:
        """Let the office send a list of the cooperatives for which the group speaks."""
        rows = ["Tên HTX,Huyện,Nhóm", *(f"{each},{group.title}" for each in _COOPERATIVES)]
        file = File(f"htx-{plan.id}.csv", "text/csv", "\n".join(rows).encode())
        number = keep(self.sandbox.world.files, file, "document")
        share(self.sandbox.world, self.desk, self.office, number, f"/htx {plan.id}")

    async def approve(self) -> None:
        """Let the office press the button that approves, for all groups but the last.

        That one is left to the visitor. Raises TimeoutError when the bot does not ask.
        """
        for group in self.groups[:-1]:
            data = f"group:{group.id}:approve"
            card = await self.sandbox.wait_for(partial(_card, self.desk, data), _PATIENCE)
            self.sandbox.world.press(self.desk, self.office, card, data)


def _answered(chat: Chat) -> bool:
    return any(message.sender.is_bot for message in chat.messages.values())


def _card(desk: Chat, data: str) -> int | None:
    """Return the id of the message with the button `data`."""
    for message in desk.messages.values():
        if any(button.get("callback_data") == data for row in message.buttons for button in row):
            return message.id
    return None
