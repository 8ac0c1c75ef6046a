"""Entities of a text: what Telegram finds by itself, and offsets in UTF-16 code units."""

import re
from collections.abc import Iterable

from sandbox.people import Json

_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)\]'»”])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z0-9_]{3,32})(?!\w)"
    r"|(?<!\w)(?P<hashtag>\#\w*[^\W\d]\w*)"
    r"|(?<![\w@/.])(?P<domain>(?:[a-zA-Z0-9-]+\.)+(?:vn|com|org|net|info|me|io)(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]'»”])?)(?![\w@])"
)
_MAY_HOLD = re.compile(r"[/@#.]")
FOUND = frozenset({"url", "email", "bot_command", "mention", "hashtag"})
"""What Telegram derives from the text, whatever was given."""
KINDS = FOUND | {
    "cashtag",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
}
# Nothing is looked for inside these (TDLib, MessageEntity.cpp).
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "url", "date_time"})


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, in which entities are measured."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def found_in(text: str) -> list[Json]:
    """Return the entities that Telegram derives from plain `text`."""
    if not _MAY_HOLD.search(text):
        return []
    return [
        {
            "type": "url" if match.lastgroup == "domain" else match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }
        for match in _FOUND.finditer(text)
    ]


STYLES = {"text": "entities", "caption": "caption_entities"}
"""The field of Message that holds the entities of another."""


def fields(name: str, text: str, given: list[Json]) -> Json:
    """Return the fields of Message for a text or caption: itself, and its entities if any."""
    entities = with_found(text, given)
    return {name: text, STYLES[name]: entities} if entities else {name: text}


def with_found(text: str, given: list[Json]) -> list[Json]:
    """Return the `given` entities and those derived from `text` outside of opaque ones."""
    opaque = [entity for entity in given if entity["type"] in _OPAQUE]
    found = [entity for entity in found_in(text) if not _touches(entity, opaque)]
    return sorted(given + found, key=lambda entity: (entity["offset"], -entity["length"]))


def _touches(entity: Json, others: Iterable[Json]) -> bool:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return any(
        start < other["offset"] + other["length"] and other["offset"] < end for other in others
    )


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Return `text` without white space at its ends, and `entities` moved and cut to fit."""
    kept = text.strip()
    if kept == text:
        return text, entities
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(kept)
    fitted = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        length = min(end, entity["offset"] + entity["length"] - shift) - start
        if length > 0:
            fitted.append(entity | {"offset": start, "length": length})
    return kept, fitted
