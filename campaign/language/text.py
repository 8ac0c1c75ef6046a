"""Text as people type it: one normal form, and a folded form for matching."""

import re
import unicodedata

# Zero-width and soft characters that phones and copied web pages leave inside words.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")


def clean(text: str) -> str:
    """Return `text` in NFC without invisible characters: what every door does to incoming text.

    A lone surrogate becomes a question mark, as in `sound`.
    """
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", sound(text)))


def sound(text: str) -> str:
    """Return `text` so that it can be stored: lone surrogates, which JSON can smuggle in, become
    question marks. Its length stays.
    """
    return text.encode("utf-8", "replace").decode() if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def fold(text: str) -> str:
    """Return `text` in lower case without Vietnamese diacritics: "Hội Đồng" gives "hoi dong".

    NFC text keeps its length, so an offset into the fold is an offset into the text.
    """
    return "".join(_fold_character(character) for character in text)


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in "đĐ":
        return "d"
    bare = _MARKS.sub("", unicodedata.normalize("NFD", character)).lower()
    return bare if len(bare) == 1 else character
