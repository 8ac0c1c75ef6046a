"""The calls of a broadcast: what each of its steps says to Telegram."""

from bot.channels.calls import Call, post
from campaign.messages import Button, Buttons, Chat
from storage.broadcasts import BroadcastRecord
from storage.outbox import Row


def compose(row: Row, broadcast: BroadcastRecord | None) -> Call:
    """Return the call that `row` stands for. Raises ValueError for one that stands for none."""
    if row.payload:
        return Call.from_json(row.payload)
    if broadcast is None or broadcast.content is None:
        raise ValueError("a row without a payload belongs to a broadcast")
    place = {"chat_id": row.chat_id, "message_id": row.target_id}
    match row.step:
        case "post":
            return post(Chat(row.chat_id, "group"), broadcast.content, _buttons(broadcast))
        case "pin":
            return Call("pinChatMessage", {**place, "disable_notification": True})
        case "delete":
            return Call("deleteMessage", place)
        case _:
            raise ValueError(f"a broadcast has no step {row.step}")


def _buttons(broadcast: BroadcastRecord) -> Buttons:
    if not broadcast.receipt:
        return ()
    return ((Button("Đã nhận", f"seen:{broadcast.id}"),),)
