"""Patterns written in Vietnamese spelling that match it as people type it."""

import re
from collections.abc import Iterable
from functools import cache

from campaign.language.text import fold


def phrase(pattern: str) -> str:
    """Return `pattern` as a regular expression for lower-case NFC text.

    A letter with diacritics also stands for the bare one, and for no other: "tuần" finds "tuan",
    never "tuân". A space stands for one to three blanks, so that no pattern repeats unboundedly.
    """
    return "".join(map(_letter, pattern))


@cache
def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s{1,3}"
    bare = letter if letter.isascii() else fold(letter)
    return letter if bare == letter else f"[{letter}{bare}]"


def exact(words: str) -> str:
    """Return a part of a pattern where `words` count only with their diacritics."""
    return "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in words)


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of `words` that prefers the longest."""
    return "|".join(sorted(words, key=len, reverse=True))


def ending(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled to be searched at the very end of a stretch of text."""
    return re.compile(rf"(?<!\w)(?:{phrase(pattern)})\s{{0,3}}$")
