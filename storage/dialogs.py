"""Open conversations: what a person's next question in a chat may refer to."""

import datetime
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from campaign.messages import Language
from storage.database import Unit
from storage.statements import Statement
from storage.tables import DIALOGS
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class DialogRecord:
    """What one person and the bot last spoke of in a chat, and in which language."""

    chat_id: int
    user_id: int
    campaign: str
    context: str
    language: Language
    updated_at: datetime.datetime


_COLUMNS = DialogRecord.__slots__
_FIND = Statement(
    select(*(DIALOGS.c[name] for name in _COLUMNS)).where(
        DIALOGS.c.chat_id == bindparam("chat"),
        DIALOGS.c.user_id == bindparam("user"),
        DIALOGS.c.updated_at >= bindparam("since"),
    )
)
_ADD = insert(DIALOGS)
_SAVE = Statement(
    _ADD.on_conflict_do_update(
        index_elements=[DIALOGS.c.chat_id, DIALOGS.c.user_id],
        set_={name: _ADD.excluded[name] for name in _COLUMNS if name not in {"chat_id", "user_id"}},
    )
)


def find(unit: Unit, chat_id: int, user_id: int, since: datetime.datetime) -> DialogRecord | None:
    """Return the person's conversation in the chat, if it went on at `since` or later."""
    key = {"chat": chat_id, "user": user_id, "since": since}
    row = _FIND.one(unit, key)
    return DialogRecord(*row) if row else None


def save(unit: Unit, dialog: DialogRecord) -> None:
    """Keep the dialog in place of the one before. The chat is known (`storage.chats.meet`)."""
    _SAVE.run(unit, {name: getattr(dialog, name) for name in _COLUMNS})
