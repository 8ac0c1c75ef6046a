"""The menu of commands, by scope and language."""

import re
from typing import Any

from sandbox.bots import Scope
from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.events import Event
from sandbox.methods.addressing import chat_of
from sandbox.people import Json

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_DESCRIPTION = 256
_COMMANDS = 100
_WIDE = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_NARROW = frozenset({"chat", "chat_administrators", "chat_member"})


def set_my_commands(call: Call) -> bool:
    """Do setMyCommands."""
    given = call.json("commands")
    if not isinstance(given, list):
        raise bad_request("can't parse commands JSON object")
    if len(given) > _COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(command) for command in given]
    call.bot.commands[_place(call)] = commands
    call.world.emit(Event("commands"))
    return True


def get_my_commands(call: Call) -> list[Json]:
    """Do getMyCommands: exactly this scope and language, nothing inherited."""
    return call.bot.commands.get(_place(call), [])


def delete_my_commands(call: Call) -> bool:
    """Do deleteMyCommands."""
    call.bot.commands.pop(_place(call), None)
    call.world.emit(Event("commands"))
    return True


def _command(value: Any) -> Json:
    if not isinstance(value, dict) or not isinstance(value.get("command"), str):
        raise bad_request("can't parse BotCommand")
    name = value["command"].removeprefix("/")
    if not name:
        raise bad_request("command must be non-empty")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    description = str(value.get("description") or "").strip()
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > _DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _place(call: Call) -> tuple[Scope, str]:
    return _scope(call), call.text("language_code").lower()


def _scope(call: Call) -> Scope:
    value = call.json("scope")
    if value is None:
        return Scope()
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in _WIDE:
        return Scope(kind)
    if kind not in _NARROW:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    for name in ("chat_id", "user_id") if kind == "chat_member" else ("chat_id",):
        if name not in value:
            raise bad_request(f"can't parse BotCommandScope: Can't find field \"{name}\"")
    chat_id = chat_of(Call(call.world, call.bot, value)).id
    return Scope(kind, chat_id, value["user_id"] if kind == "chat_member" else None)
