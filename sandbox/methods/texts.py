"""The text of a message or caption: parsed, trimmed, measured."""

import json
from typing import Any

from sandbox.calls import Call
from sandbox.entities import FOUND, KINDS, trimmed, utf16_length, with_found
from sandbox.errors import bad_request
from sandbox.markup import parse_html
from sandbox.people import Json
from sandbox.world import World

TEXT = 4096
CAPTION = 1024
_RAW_BYTES = 32_768
_ENTITIES = 100


def text_content(call: Call) -> Json:
    """Return the `text` and `entities` of a text message. Raises ApiError."""
    source = call.text("text")
    if not source:
        raise bad_request("message text is empty")
    text, entities = _formatted(call, source, "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(call: Call) -> Json:
    """Return the `caption` and `caption_entities`; nothing when there is no caption."""
    text, entities = _formatted(call, call.text("caption"), "caption_entities")
    if len(text) > CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    if entities:
        content["caption_entities"] = entities
    return content


def _formatted(call: Call, source: str, entities_name: str) -> tuple[str, list[Json]]:
    if len(source.encode(errors="replace")) > _RAW_BYTES:
        raise bad_request("text is too long")
    mode = call.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in {"", "none"}:
        text, entities = source, _given(call, source, entities_name)
    elif mode in {"markdown", "markdownv2"}:
        raise bad_request(f"the sandbox does not imitate parse_mode {mode}")
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, entities)
    known = [entity for entity in entities if _resolve(call.world, entity)]
    return text, with_found(text, known)[:_ENTITIES]


def _given(call: Call, text: str, name: str) -> list[Json]:
    value: Any = call.parameters.get(name)
    if value in (None, ""):
        return []
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request("can't parse entities JSON object") from None
    if not isinstance(value, list):
        raise bad_request("can't parse entities: Expected an Array")
    end = utf16_length(text)
    for entity in value:
        _check_entity(entity, end)
    return [entity for entity in value if entity["length"] > 0 and entity["type"] not in FOUND]


def _check_entity(entity: Any, end: int) -> None:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: Expected an Object")
    if entity.get("type") not in KINDS:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request("can't parse MessageEntity: Can't find field \"offset\"")
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if offset > end:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text"
            f" at UTF-16 offset {offset + length}"
        )


def _resolve(world: World, entity: Json) -> bool:
    """Give a `text_mention` its user; a person whom nobody knows is not mentioned."""
    if entity["type"] != "text_mention" or "user" in entity:
        return True
    user = world.users.get(entity.pop("user_id", 0))
    if user:
        entity["user"] = user.as_json()
    return user is not None
