"""Text for Telegram: escaped, styled, and cut into messages that fit."""

import re
from collections.abc import Iterator
from html import escape, unescape

from campaign.messages import Bold, Mono, Run, Text, plain

MESSAGE_LIMIT = 4096
"""Units of UTF-16 in one message. Telegram counts characters, of which there are never more."""

_TAG = re.compile("</?(?:b|pre)>")
_BORDERS = ("\n\n", "\n", " ")


def to_html(text: Text) -> str:
    """Return `text` in the tags of parse mode HTML (Bot API, HTML style)."""
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    match run:
        case Bold(words):
            return f"<b>{escape(words, quote=False)}</b>"
        case Mono(words):
            return f"<pre>{escape(words, quote=False)}</pre>"
        case str():
            return escape(run, quote=False)


def to_plain(html: str) -> str:
    """Return what a reader sees of `html` that `to_html` made."""
    return unescape(_TAG.sub("", html))


def split(text: Text, limit: int = MESSAGE_LIMIT) -> list[Text]:
    """Cut `text` into messages of `limit` at most, between paragraphs, lines or words.

    White space around a cut goes; a text without visible characters gives no message at all.
    """
    return [tuple(_between(text, start, end)) for start, end in _pieces(plain(text), limit)]


def _pieces(text: str, limit: int) -> Iterator[tuple[int, int]]:
    text = text.rstrip()
    end = 0
    while end < len(text):
        start = len(text) - len(text[end:].lstrip())
        end = _next_cut(text, start, limit)
        yield start, start + len(text[start:end].rstrip())


def _next_cut(text: str, start: int, limit: int) -> int:
    end = _reach(text, start, limit)
    if end == len(text):
        return end
    half = start + (end - start) // 2
    for border in _BORDERS:
        # The border itself goes, so it may lie just beyond the limit.
        cut = text.rfind(border, half, end + len(border))
        if cut > start:
            return cut
    return end


def _reach(text: str, start: int, limit: int) -> int:
    """Return how far `limit` units of UTF-16 reach from `start`, in whole characters."""
    units = text[start : start + limit].encode("utf-16-le")[: 2 * limit]
    return start + len(units.decode("utf-16-le", "ignore"))


def _between(text: Text, start: int, end: int) -> Iterator[Run]:
    position = 0
    for run in text:
        content = run if isinstance(run, str) else run.text
        inside = content[max(start - position, 0) : max(end - position, 0)]
        if inside:
            yield inside if isinstance(run, str) else type(run)(inside)
        position += len(content)
