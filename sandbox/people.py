"""People, bots as people see them, and what a person may do in a group."""

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]

Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

ADMINISTRATOR_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(slots=True, eq=False)
class User:
    """A person or a bot. `language` is the IETF tag of their app.

    `deactivated` people have deleted their account.
    """

    id: int
    name: str
    language: str | None = None
    username: str = ""
    is_bot: bool = False
    deactivated: bool = False

    def as_json(self) -> Json:
        """Return the Bot API's User."""
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            body["username"] = self.username
        if self.language and not self.is_bot:
            body["language_code"] = self.language
        return body


GROUP_ANONYMOUS_BOT = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)


@dataclass(slots=True, eq=False)
class Member:
    """A person's standing in a group.

    `rights` are an administrator's, `permissions` those left to a restricted member.
    `reads_all` is a bot's privacy as it was when it joined: BotFather's switch reaches a group
    only when the bot is removed and added again (Bots FAQ).
    """

    user: User
    status: Status = "member"
    rights: frozenset[str] = frozenset()
    permissions: frozenset[str] = frozenset(PERMISSIONS)
    is_member: bool = True
    anonymous: bool = False
    reads_all: bool = False

    @property
    def present(self) -> bool:
        """Whether the person is in the group; a restricted one may have left."""
        if self.status == "restricted":
            return self.is_member
        return self.status in {"creator", "administrator", "member"}

    @property
    def administers(self) -> bool:
        """Whether the person is the owner or an administrator."""
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Return whether an administrator's `right` is theirs; the owner has all."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def may_send(self, permission: str) -> bool:
        """Return whether they may send what needs `permission` (Bot API, ChatPermissions)."""
        return self.status != "restricted" or permission in self.permissions

    def as_json(self) -> Json:
        """Return the Bot API's ChatMember of this status."""
        body: Json = {"user": self.user.as_json(), "status": self.status}
        if self.status == "creator":
            body["is_anonymous"] = self.anonymous
        if self.status == "administrator":
            body |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            body |= {right: right in self.rights for right in ADMINISTRATOR_RIGHTS}
        if self.status == "restricted":
            body |= {"is_member": self.is_member, "until_date": 0}
            body |= {name: name in self.permissions for name in PERMISSIONS}
        if self.status == "kicked":
            body["until_date"] = 0
        return body
