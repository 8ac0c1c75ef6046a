"""What people send besides text of their own: files, and messages of other chats."""

from collections.abc import Sequence
from typing import Any

from sandbox.chats import Chat, Message
from sandbox.entities import fields
from sandbox.files import content_of
from sandbox.people import Json, User
from sandbox.world import World


def share(  # noqa: PLR0913 (the fields of the message)
    world: World,
    chat: Chat,
    user: User,
    file_id: str,
    caption: str = "",
    *,
    entities: Sequence[Json] = (),
    **place: Any,
) -> Message:
    """Let `user` send a file that was uploaded (`sandbox.files.keep`), as what it was uploaded.

    `place` is `reply_to` and `thread`, as `World.post` takes them. Raises KeyError for a file
    that nobody uploaded, ValueError for a photo that is none.
    """
    content = content_of(file_id, world.files[file_id])
    if caption:
        content |= fields("caption", caption, list(entities))
    return world.post(chat, user, content=content, **place)


def forward(
    world: World, chat: Chat, user: User, message: Message, thread: int | None = None
) -> Message:
    """Let `user` forward `message` into `chat`. Raises ValueError if it may not leave its own."""
    if not message.may_travel:
        raise ValueError("the message cannot be forwarded")
    content = dict(message.content)
    return world.post(chat, user, content=content, forward=message.origin, thread=thread)
