"""What a bot may know of a chat and its members, pinning in it, and leaving it."""

from sandbox import membership
from sandbox.calls import Call
from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.methods.addressing import chat_with, message_of
from sandbox.people import PERMISSIONS, Json, Member

_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_chat(call: Call) -> Json:
    """Do getChat (ChatFullInfo, as far as the sandbox knows it)."""
    chat = chat_with(call)
    body = chat.as_json()
    body |= {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    if not chat.is_private:
        body["permissions"] = {name: name in chat.permissions for name in PERMISSIONS}
    if chat.pinned and (message := chat.messages.get(chat.pinned[-1])):
        body["pinned_message"] = message.as_json(nested=True)
    return body


def get_chat_member(call: Call) -> Json:
    """Do getChatMember: somebody the world knows but the group does not has left it."""
    user_id = call.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = chat_with(call)
    user = call.world.users.get(user_id)
    if chat.is_private:
        if user is None or user.id not in {chat.id, call.bot.id}:
            raise bad_request("member not found")
        return Member(user).as_json()
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return (chat.members.get(user_id) or Member(user, "left")).as_json()


def get_chat_administrators(call: Call) -> list[Json]:
    """Do getChatAdministrators: the owner first, other bots left out."""
    chat = chat_with(call)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    administrators = [
        member
        for member in chat.members.values()
        if member.administers and (not member.user.is_bot or member.user is call.bot.user)
    ]
    return [member.as_json() for member in sorted(administrators, key=_owner_first)]


def _owner_first(member: Member) -> bool:
    return member.status != "creator"


def get_chat_member_count(call: Call) -> int:
    """Do getChatMemberCount."""
    chat = chat_with(call)
    if chat.is_private:
        return 2
    return sum(member.present for member in chat.members.values())


def leave_chat(call: Call) -> bool:
    """Do leaveChat."""
    chat = chat_with(call)
    if chat.is_private:
        raise bad_request("can't leave private and secret chats")
    membership.remove(call.world, chat, call.bot.user)
    return True


def pin_chat_message(call: Call) -> bool:
    """Do pinChatMessage: the service message comes back to the bot."""
    chat = _pinnable(call)
    message = message_of(call, chat, "pin")
    if message.id not in chat.pinned:
        call.world.pin(message)
        content = {"pinned_message": message.as_json(nested=True)}
        call.world.record(chat, call.bot.user, content, thread=message.thread)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Do unpinChatMessage: without an id, the message pinned last."""
    chat = _pinnable(call)
    number = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    call.world.unpin(chat, [number])
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """Do unpinAllChatMessages."""
    chat = _pinnable(call)
    call.world.unpin(chat, chat.pinned)
    return True


def _pinnable(call: Call) -> Chat:
    chat = chat_with(call)
    if not chat.is_private and not chat.members[call.bot.id].may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
