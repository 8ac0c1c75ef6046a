"""Text as people type it: one normal form, and a folded form for matching."""

import re
import unicodedata

# Zero-width and soft characters that phones and copied web pages leave inside words.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKS = re.compile("[\u0300-\u036f]")


def clean(text: str) -> str:
    """Return `text` in NFC without invisible characters: what every door does to incoming text.

    What cannot be stored is replaced, as in `sound`.
    """
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", sound(text)))


def sound(text: str) -> str:
    """Return `text` so that any database and channel takes it; its length stays.

    JSON can smuggle in lone surrogates, which become question marks, and control characters such
    as NUL, which become spaces. Tabs and ends of lines are text.
    """
    return _UNSOUND.sub(_replaced, text)


def _replaced(unsound: re.Match[str]) -> str:
    return " " if unsound[0] < "\x80" else "?"


def fold(text: str) -> str:
    """Return `text` in lower case without Vietnamese diacritics: "Hội Đồng" gives "hoi dong".

    NFC text keeps its length, so an offset into the fold is an offset into the text.
    """
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if code < _REMEMBERED:
            self[code] = folded
        return folded


_REMEMBERED = 0x2000
"""Below are the letters of Vietnamese; nobody fills the memory with all others there are."""
_FOLDED = _Folded()


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in "đĐ":
        return "d"
    bare = _MARKS.sub("", unicodedata.normalize("NFD", character)).lower()
    return bare if len(bare) == 1 else character
