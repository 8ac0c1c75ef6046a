"""The calls of a broadcast: what each of its steps says to Telegram."""

from dataclasses import replace

from bot.channels.calls import Call, post, quoting, rewrite
from campaign.messages import Chat, plain
from campaign.talk.notices import say
from handlers.broadcast_buttons import below
from storage.broadcasts import BroadcastRecord
from storage.outbox import Row


def compose(row: Row, broadcast: BroadcastRecord | None) -> Call:
    """Return the call that `row` stands for. Raises ValueError for one that stands for none."""
    if row.payload:
        return Call.from_json(row.payload)
    if broadcast is None or broadcast.content is None:
        raise ValueError("a row without a payload belongs to a broadcast that says something")
    if row.step == "post":
        return post(Chat(row.chat_id, "group"), broadcast.content, below(broadcast))
    if row.target_id is None:
        raise ValueError(f"{row.step} is done to a message")
    match row.step:
        case "edit":
            return rewrite(row.chat_id, row.target_id, broadcast.content, below(broadcast))
        case "note":
            return _note(row.chat_id, row.target_id)
        case "pin":
            return _upon("pinChatMessage", row.chat_id, row.target_id, disable_notification=True)
        case "delete" | "erase":
            return _upon("deleteMessage", row.chat_id, row.target_id)
        case _:
            raise ValueError(f"a broadcast has no step {row.step}")


def compose_instead(row: Row, broadcast: BroadcastRecord | None) -> Call:
    """Return the call for a message that Telegram no longer deletes: it is edited."""
    if broadcast and broadcast.content and row.step == "erase":  # a note is text alone
        broadcast = replace(broadcast, content=replace(broadcast.content, media=None))
    return compose(replace(row, step="edit"), broadcast)


def _note(chat_id: int, target_id: int) -> Call:
    text = plain(say("correction_note", "vi"))
    quoted = quoting(target_id)
    return Call("sendMessage", {"chat_id": chat_id, "text": text, "reply_parameters": quoted})


def _upon(method: str, chat_id: int, message_id: int, **parameters: bool) -> Call:
    return Call(method, {"chat_id": chat_id, "message_id": message_id, **parameters})
