"""What travels between a channel and the conversation, in no channel's own terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ChatKind = Literal["private", "group"]
Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Bold:
    """A run of text that a channel shows in bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Mono:
    """Lines that a channel shows in letters of one width, so that columns stand."""

    text: str


Run = str | Bold | Mono

Text = tuple[Run, ...]
"""Unescaped text in runs; the channel escapes and styles it at the exit."""


def plain(text: Text) -> str:
    """Return `text` without its styles."""
    return "".join(run if isinstance(run, str) else run.text for run in text)


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as the channel describes it. `thread` is the forum topic to answer in, if any."""

    id: int
    kind: ChatKind
    title: str = ""
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote or pressed. `language` is the IETF tag of their app; `anonymous` is an admin
    who writes as the group, so that nothing is known of the person. `admin` says that the person
    is an administrator of the chat, None that it could not be found out; the channel looks it up
    only where the conversation needs it (`handlers.commands.needs_admin`).
    """

    id: int
    name: str = ""
    language: str | None = None
    anonymous: bool = False
    admin: bool | None = False


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a document; `file` is the channel's name for it, good for sending it again."""

    kind: Literal["photo", "document"]
    file: str


@dataclass(frozen=True, slots=True)
class Content:
    """A message as it was written, to be carried elsewhere as it is.

    `text` is NFC; with `media` it is the caption. `entities` are its styles and links in the
    channel's own terms, with offsets in units of UTF-16 (Bot API, MessageEntity).
    """

    text: str
    entities: tuple[Mapping[str, object], ...] = ()
    media: Media | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """Somebody wrote `text` (NFC, 1 MB at most is read).

    `content` is the same in full, in a private chat; None where it cannot be carried elsewhere.
    `album` is the channel's name for the pictures that were sent together, each a message.
    """

    chat: Chat
    sender: Sender
    text: str
    id: int
    reply_to_bot: bool = False
    content: Content | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed an inline button under the bot's message `message_id`."""

    chat: Chat
    sender: Sender
    data: str
    id: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was added to a chat (or unblocked), or removed from it (or blocked); or it may, or
    may no longer, write there.
    """

    chat: Chat
    sender: Sender
    present: bool
    writable: bool = True


@dataclass(frozen=True, slots=True)
class Migration:
    """A group became a supergroup and has a new id."""

    old_id: int
    new_id: int


Incoming = Message | Press | Membership | Migration


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: `data` comes back when pressed, 64 bytes of UTF-8 at most."""

    label: str
    data: str


Buttons = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Send:
    """A new message; `reply_to` quotes a message of the same chat when it still exists.

    `about` is a group that seems to have come or gone: the message waits a little, and is dropped
    when it turns out that the group has only got a new id.
    """

    chat: Chat
    text: Text
    buttons: Buttons = ()
    reply_to: int | None = None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A new message that shows `content` as it was written."""

    chat: Chat
    content: Content
    buttons: Buttons = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """New text and buttons for the bot's own message `message_id`."""

    chat: Chat
    message_id: int
    text: Text
    buttons: Buttons = ()


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Stops the spinner of a pressed button, with a short notice (200 characters at most)."""

    press_id: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is made at the moment of sending, so that nothing of it is kept.

    `what` is one of `handlers.made.FILES`, and `about` its arguments.
    """

    kind: Literal["photo", "document"]
    what: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SendFile:
    """A new message with a picture or a document."""

    chat: Chat
    file: Made
    caption: Text = ()


@dataclass(frozen=True, slots=True)
class Fetch:
    """An errand: to fetch the document `file` of the message, to read it, and to hand what it
    says to one of `handlers.documents.READERS`, which answers `sender_id` in the chat.

    `about` is what the document is for, in the reader's terms.
    """

    chat: Chat
    message_id: int
    sender_id: int
    file: str
    reader: str
    about: tuple[str, ...]


Outgoing = Send | Post | Edit | Acknowledge | SendFile | Fetch


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer not yet addressed to a chat."""

    text: Text
    buttons: Buttons = field(default=())
