"""Telegram's HTML: text with tags in, plain text with entities out."""

import re
import sys
from dataclasses import dataclass, field

from sandbox.entities import utf16_length
from sandbox.errors import ApiError, bad_request
from sandbox.people import Json

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_TAGS = frozenset(_STYLES) | {"a", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|(lt|gt|amp|quot));?")
_PLAIN = re.compile(r"[^<&]+")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[^\s=>/\"']+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[A-Za-z0-9.-]+)(?=[\s>])))?"
)
_URL = re.compile(
    r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?$|tg://\S+$|https?://\S+$"
)
_HOST = re.compile(r"https?://[^/?#]+$")
_MENTION = re.compile(r"tg://user\?id=(\d+)$")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int
    position: int


@dataclass(slots=True)
class _Parser:
    """One pass over `source`; raises ApiError with Telegram's words and byte offsets."""

    source: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    units: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if plain := _PLAIN.match(self.source, self.at):
                self._append(plain.group())
                self.at = plain.end()
            elif self.source[self.at] == "&":
                self._reference()
            elif self.source.startswith("</", self.at):
                self._close()
            else:
                self._open_tag()
        if self.open:
            raise self._error(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )
        return "".join(self.pieces), self.entities

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.units += utf16_length(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self.source, self.at)
        text = _referred(match) if match else ""
        if match and text:
            self._append(text)
            self.at = match.end()
        else:
            self._append("&")
            self.at += 1

    def _open_tag(self) -> None:
        start = self.at
        name = _NAME.match(self.source, start + 1)
        tag = name.group().lower() if name else ""
        after = start + 1 + len(tag)
        if after >= len(self.source):
            raise self._error("Unclosed start tag", start)
        if tag not in _TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', start)
        attributes, self.at = self._attributes(tag, after, start)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', start)
        self.open.append(_Open(tag, attributes, self.units, len(self.pieces)))

    def _attributes(self, tag: str, at: int, start: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            while at < len(self.source) and self.source[at].isspace():
                at += 1
            if at >= len(self.source):
                raise self._error(f'Unclosed start tag "{tag}"', start)
            if self.source[at] == ">":
                return attributes, at + 1
            match = _ATTRIBUTE.match(self.source, at)
            if match is None:
                raise self._error(f'Empty attribute name in the tag "{tag}"', start)
            value = match["double"] or match["single"] or match["bare"] or ""
            attributes[match["name"].lower()] = _REFERENCE.sub(_referred, value)
            at = match.end()
            if self.source[at : at + 1] in {'"', "'", "=", "/"}:
                raise self._error(f'Unclosed start tag "{tag}"', start)

    def _close(self) -> None:
        start = self.at
        if not self.open:
            raise self._error("Unexpected end tag", start)
        name = _NAME.match(self.source, start + 2)
        tag = name.group().lower() if name else ""
        end = start + 2 + len(tag)
        while end < len(self.source) and self.source[end].isspace():
            end += 1
        if self.source[end : end + 1] != ">":
            raise self._error("Unclosed end tag", start)
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise self._error(
                "Unmatched end tag", start, f', expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.at = end + 1
        if self.units > opened.start and (entity := self._entity(opened)):
            entity |= {"offset": opened.start, "length": self.units - opened.start}
            self._keep(entity)

    def _keep(self, entity: Json) -> None:
        """Join `<pre><code class="language-x">` into one entity, as Telegram does."""
        inner = self.entities[-1] if self.entities else None
        if (
            entity["type"] == "pre"
            and inner
            and inner["type"] == "code"
            and (inner["offset"], inner["length"]) == (entity["offset"], entity["length"])
        ):
            self.entities.pop()
            if "language" in inner:
                entity["language"] = inner["language"]
        self.entities.append(entity)

    def _entity(self, opened: _Open) -> Json | None:
        tag, attributes = opened.tag, opened.attributes
        if tag == "a":
            return _link(attributes.get("href") or "".join(self.pieces[opened.position :]))
        if tag == "tg-time":
            return _time(attributes)
        if tag == "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
        if tag == "blockquote" and "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        if tag == "code" and attributes.get("class", "").startswith("language-"):
            return {"type": "code", "language": attributes["class"].removeprefix("language-")}
        return {"type": _STYLES[tag]}

    def _error(self, what: str, at: int | None = None, tail: str = "") -> ApiError:
        place = (
            ""
            if at is None
            else f" at byte offset {len(self.source[:at].encode(errors='replace'))}"
        )
        return bad_request(f"can't parse entities: {what}{place}{tail}")


def _referred(match: re.Match[str]) -> str:
    """Return the character a reference stands for; "" where Telegram leaves it as written."""
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    character = chr(code) if 0 < code <= sys.maxunicode else ""
    return "" if "\ud800" <= character <= "\udfff" else character


def _link(href: str) -> Json | None:
    if mention := _MENTION.match(href):
        return {"type": "text_mention", "user_id": int(mention.group(1))}
    if not _URL.match(href):
        return None
    url = href if "://" in href else f"http://{href}"
    return {"type": "text_link", "url": f"{url}/" if _HOST.match(url) else url}


def _time(attributes: dict[str, str]) -> Json | None:
    unix = attributes.get("unix", "")
    if not unix.isdecimal():
        return None
    return {
        "type": "date_time",
        "unix_time": int(unix),
        "date_time_format": attributes.get("format", ""),
    }


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return the text and the entities of `source` (Bot API, HTML style).

    A `text_mention` carries `user_id`, for the world to look up. Raises ApiError
    "can't parse entities: …" with Telegram's wording.
    """
    if "<" not in source and "&" not in source:
        return source, []
    return _Parser(source).run()
