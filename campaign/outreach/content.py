"""What an announcement says, carried from one message to another without losing its styles.

Telegram places entities by offsets in units of UTF-16 (Bot API, MessageEntity).
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import accumulate
from typing import Any
from unicodedata import normalize

from campaign.language.text import clean, sound
from campaign.messages import Bold, Content, Media, Text, plain

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
"""The most characters of a text, and of a caption (Bot API, sendMessage and sendPhoto)."""

Entity = Mapping[str, object]

_COMMAND = re.compile(r"\s*/\w+(?:@\w+)?(?:\s+|$)")
_REACH = 32
"""More marks than any writing puts on one letter (UAX #15, stream-safe text)."""


def too_long(content: Content) -> int | None:
    """Return by how many characters the text or caption is too long; None when it is not.

    Units of UTF-16 are counted, which are never fewer than the characters that Telegram counts.
    """
    excess = _units(content.text) - (CAPTION_LIMIT if content.media else TEXT_LIMIT)
    return excess if excess > 0 else None


def is_empty(content: Content) -> bool:
    """Whether there is nothing in it to be seen."""
    return content.media is None and not clean(content.text).strip()


def styled(text: Text) -> Content:
    """Return `text` as content, with an entity for each bold run."""
    entities: list[Entity] = []
    offset = 0
    for run in text:
        length = _units(plain((run,)))
        if isinstance(run, Bold):
            entities.append({"type": "bold", "offset": offset, "length": length})
        offset += length
    return Content(plain(text), tuple(entities))


def normalised(text: str, entities: Sequence[Entity], media: Media | None) -> Content:
    """Return what was written with its text in NFC, and its entities around the same words.

    An entity that begins or ends inside of a character does so after it. Those that are empty or
    reach beyond the text are dropped.
    """
    said = sound(text)
    composed = normalize("NFC", said)
    whole = _units(said)
    spans = [(each, span) for each in entities if (span := _span(each, whole))]
    if composed == said and whole == len(said):
        return Content(said, tuple(each for each, _ in spans), media)
    starts = list(accumulate(map(_units, said), initial=0))
    letters = [i for i in range(len(said) + 1) if _begins_letter(said, i)]

    def place(offset: int) -> int:
        letter = letters[bisect_left(letters, bisect_left(starts, offset))]
        return _units(normalize("NFC", said[:letter]))

    moved = (_between(each, place(start), place(end)) for each, (start, end) in spans)
    return Content(composed, tuple(each for each in moved if each["length"]), media)


def after_command(content: Content) -> Content:
    """Return what of `content` was written after a command at its beginning, if there is one."""
    command = _COMMAND.match(content.text)
    if not command:
        return content
    cut, whole = _units(command[0]), _units(content.text)
    spans = [(each, span) for each in content.entities if (span := _span(each, whole))]
    kept = (_between(each, max(a, cut) - cut, b - cut) for each, (a, b) in spans if b > cut)
    return Content(content.text[command.end() :], tuple(kept), content.media)


def to_json(content: Content) -> dict[str, Any]:
    """Return the content as a JSON object."""
    return asdict(content) | {"entities": [dict(each) for each in content.entities]}


def from_json(kept: Mapping[str, Any]) -> Content:
    """Return the content that `to_json` made `kept` of."""
    media = Media(**kept["media"]) if kept["media"] else None
    return Content(kept["text"], tuple(kept["entities"]), media)


def _span(entity: Entity, whole: int) -> tuple[int, int] | None:
    """Where the entity begins and ends, if that is within the text and something is between."""
    start, length = entity.get("offset"), entity.get("length")
    if not isinstance(start, int) or not isinstance(length, int):
        return None
    return (start, start + length) if start >= 0 and 0 < length <= whole - start else None


def _begins_letter(text: str, index: int) -> bool:
    """Whether nothing at `index` joins what is before it when the text is composed."""
    before, after = text[max(0, index - _REACH) : index], text[index : index + _REACH]
    return normalize("NFC", before) + normalize("NFC", after) == normalize("NFC", before + after)


def _between(entity: Entity, start: int, end: int) -> Entity:
    return {**entity, "offset": start, "length": end - start}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
