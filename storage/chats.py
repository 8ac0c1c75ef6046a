"""Chats: what each one has chosen, and whether the bot is still in it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Table, bindparam, delete, exists, select, update

from campaign.messages import Chat, ChatKind, Language
from storage import moving
from storage.database import Unit
from storage.statements import Statement
from storage.tables import CHATS, METADATA, TAGS
from storage.upserts import insert

_LONGEST_TITLE = 255


@dataclass(frozen=True, slots=True)
class ChatRecord:
    """A chat as it is kept; `storage.tables.Chat` says what None means."""

    id: int
    kind: ChatKind
    title: str
    campaign: str | None
    language: Language | None
    present: bool


_FIND = Statement(
    select(*(CHATS.c[name] for name in ChatRecord.__slots__)).where(CHATS.c.id == bindparam("chat"))
)
_ADD = insert(CHATS).on_conflict_do_nothing()  # another process may have been first
_CHANGE = update(CHATS).where(CHATS.c.id == bindparam("chat")).values(updated_at=bindparam("now"))
_MEET = _CHANGE.values(kind=bindparam("is"), title=bindparam("called"), present=True)
_BIND = _CHANGE.values(campaign=bindparam("chosen"))
_SPEAK = _CHANGE.values(language=bindparam("chosen"))
_MUTE = (
    update(CHATS)
    .where(CHATS.c.id.in_(bindparam("chats", expanding=True)), CHATS.c.muted != bindparam("is"))
    .values(muted=bindparam("is"))
)
_LEAVE = _CHANGE.values(present=False)


def find(unit: Unit, chat_id: int) -> ChatRecord | None:
    """Return the chat, None when it is unknown."""
    row = _FIND.one(unit, {"chat": chat_id})
    return ChatRecord(*row) if row else None


def has_namesake(unit: Unit, chat: Chat) -> bool:
    """Say whether another group has the title of `chat`: it may be the same one, upgraded."""
    same = select(CHATS.c.id).where(CHATS.c.kind == "group", CHATS.c.title == chat.title)
    return unit.connection.scalar(same.where(CHATS.c.id != chat.id).limit(1)) is not None


def meet(unit: Unit, chat: Chat, now: datetime.datetime) -> ChatRecord:
    """Remember the chat that something has just come from: the bot is in it. Return its record.

    The title of a private chat is a person's name and is not kept.
    """
    title = chat.title[:_LONGEST_TITLE] if chat.kind == "group" else ""
    known = find(unit, chat.id)
    if known is None:
        _add(unit, chat, title, now)
        return ChatRecord(chat.id, chat.kind, title, campaign=None, language=None, present=True)
    met = ChatRecord(chat.id, chat.kind, title, known.campaign, known.language, present=True)
    if met != known:
        change = {"chat": chat.id, "is": chat.kind, "called": title, "now": now}
        unit.connection.execute(_MEET, change)
    return met


def _add(unit: Unit, chat: Chat, title: str, now: datetime.datetime) -> None:
    unit.connection.execute(
        _ADD,
        {
            "id": chat.id,
            "kind": chat.kind,
            "title": title,
            "campaign": None,
            "language": None,
            "present": True,
            "created_at": now,
            "updated_at": now,
        },
    )


def bind(unit: Unit, chat_id: int, campaign: str, now: datetime.datetime) -> None:
    """Let the chat belong to `campaign` from now on."""
    unit.connection.execute(_BIND, {"chat": chat_id, "chosen": campaign, "now": now})


def speak(unit: Unit, chat_id: int, language: Language, now: datetime.datetime) -> None:
    """Let the bot speak `language` in the chat from now on."""
    unit.connection.execute(_SPEAK, {"chat": chat_id, "chosen": language, "now": now})


def language(unit: Unit, user_id: int) -> Language:
    """Return the language that somebody chose for their private chat, Vietnamese otherwise."""
    record = find(unit, user_id)
    return (record and record.language) or "vi"


def reaches(unit: Unit, chat_id: int) -> bool:
    """Say whether the bot may write to the chat, as far as is known: nobody is written to first."""
    record = find(unit, chat_id)
    return record is not None and record.present


def leave(unit: Unit, chat_id: int, now: datetime.datetime) -> None:
    """Remember that the bot is no longer in the chat; an unknown chat stays unknown."""
    unit.connection.execute(_LEAVE, {"chat": chat_id, "now": now})


def mute(unit: Unit, chat_ids: Sequence[int], *, muted: bool) -> None:
    """Remember whether the bot may write in the chats."""
    if chat_ids:
        unit.connection.execute(_MUTE, {"chats": chat_ids, "is": muted})


def rename(unit: Unit, old_id: int, new_id: int, now: datetime.datetime) -> None:
    """Move everything of the chat `old_id` to `new_id`, as often as it is asked for.

    Where the new chat is known already, its own choices and rows win over the old chat's.
    """
    old = find(unit, old_id)
    if old is None or old_id == new_id:
        return
    new = find(unit, new_id)
    if new is None:
        _copy(unit, old_id, new_id, now)
    else:
        _inherit(unit, new, old, now)
    for each in (old_id, new_id):
        moving.drop_about(unit, each, now)
    moving.leave_behind(unit, old_id, now)
    for table in METADATA.tables.values():
        if "chat_id" in table.c:
            _move(unit, table, old_id, new_id)
    unit.connection.execute(delete(CHATS).where(CHATS.c.id == old_id))


def _copy(unit: Unit, old_id: int, new_id: int, now: datetime.datetime) -> None:
    # The bot is in the new chat, even where it was told first that it has left the old one.
    row = unit.connection.execute(select(CHATS).where(CHATS.c.id == old_id)).one()._asdict()
    unit.connection.execute(_ADD, row | {"id": new_id, "present": True, "updated_at": now})


def _inherit(unit: Unit, new: ChatRecord, old: ChatRecord, now: datetime.datetime) -> None:
    choices: dict[str, object] = {
        "campaign": new.campaign or old.campaign,
        "language": new.language or old.language,
        "updated_at": now,
    }
    if new.campaign in (None, old.campaign):
        choices |= _standing(unit, new.id, old.id)
    else:  # what the staff of one campaign said means nothing to another one's
        unit.connection.execute(delete(TAGS).where(TAGS.c.chat_id == old.id))
    unit.connection.execute(update(CHATS).where(CHATS.c.id == new.id).values(choices))


def _standing(unit: Unit, new_id: int, old_id: int) -> dict[str, bool | str | None]:
    """Return what the staff decided of the new chat, or else of the old one."""
    columns = (CHATS.c.approved, CHATS.c.name)
    new, old = (
        unit.connection.execute(select(*columns).where(CHATS.c.id == each)).one()
        for each in (new_id, old_id)
    )
    approved = old.approved if new.approved is None else new.approved
    return {"approved": approved, "name": new.name or old.name}


def _move(unit: Unit, table: Table, old_id: int, new_id: int) -> None:
    others = [column.name for column in table.primary_key if column.name != "chat_id"]
    if "chat_id" in table.primary_key:
        twin = table.alias()
        same = [twin.c[name] == table.c[name] for name in others]
        taken = exists().where(twin.c.chat_id == new_id, *same)
        unit.connection.execute(delete(table).where(table.c.chat_id == old_id, taken))
    unit.connection.execute(update(table).where(table.c.chat_id == old_id).values(chat_id=new_id))
