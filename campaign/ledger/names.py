"""Names of cooperatives and districts: which are the same, and which are meant to be."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from campaign.language.text import fold
from campaign.language.words import words

ON_A_NOTICE = 80
"""Characters of a name: Telegram shows 200 over a pressed button."""
_ALIKE = 85
"""Of 100; one slip in a name of two words is above it, another word is below."""
_COOPERATIVE = (("hop", "tac", "xa"), ("htx",))
_DISTRICT = re.compile(
    "^(huyen|thanh pho|thi xa|thi tran|tp|tx|tt|quan|phuong|xa|dac khu|h)( (?=.))"
)
_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Name:
    """What a cooperative is called, without "HTX": without its diacritics, and as it is spelt."""

    bare: str
    spelt: str

    def __bool__(self) -> bool:
        return bool(self.bare)


def tidy(text: str) -> str:
    """Return `text` on one line, with single spaces."""
    return " ".join(text.split())


def name_key(name: str) -> Name:
    """Return what is the same however a cooperative is written: "HTX Hòa Bình", "hoà  bình".

    Diacritics tell cooperatives apart: "Tân Tiến" is not "Tấn Tiên".
    """
    said = words(name)
    first = (kind for kind in _COOPERATIVE if tuple(w.folded for w in said[: len(kind)]) == kind)
    own = said[len(next(first, ())) :]
    return Name(" ".join(w.folded for w in own), " ".join(w.marked or w.folded for w in own))


def district_key(name: str) -> str:
    """Return what is the same for all spellings of a district: "Huyện Ý Yên", "y yen"."""
    return _DISTRICT.sub("", _plain(name))


def likeliest(key: str, known: Iterable[str]) -> str | None:
    """Return the one of the `known` keys that `key` may be a slip of; None when it is none.

    It is none of a key that differs in a number: there are "HTX số 1" and "HTX số 2".
    """
    numbers = _NUMBER.findall(key)
    alike = process.extract(key, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
    others = (each for each, *_ in alike if each != key)
    return next((each for each in others if _NUMBER.findall(each) == numbers), None)


def meant(name: Name, known: Iterable[Name]) -> list[Name]:
    """Return those of the `known` that `name` may be: diacritics were left out, or it is a slip.

    Of slips there is one at most. It is none of what has other diacritics.
    """
    others = [each for each in known if each != name]
    if left_out := [each for each in others if each.bare == name.bare and _may_be(each, name)]:
        return left_out
    slips = {each.bare: each for each in others if each.bare != name.bare}
    like = likeliest(name.bare, slips)
    return [slips[like]] if like else []


def _may_be(one: Name, other: Name) -> bool:
    """Say whether two names that are the same without diacritics have no different ones."""
    spelt = zip(one.bare.split(), one.spelt.split(), other.spelt.split(), strict=True)
    return all(first == second or bare in {first, second} for bare, first, second in spelt)


def is_sought(sought: str, text: str) -> bool:
    """Say whether `text` has all words of `sought`; diacritics that were typed count."""
    known = words(text)
    return all(any(each.spells(other) for other in known) for each in words(sought))


def shortened(name: str, longest: int) -> str:
    """Return `name` in `longest` characters at most."""
    return name if len(name) <= longest else f"{name[: longest - 1]}…"


def _plain(name: str) -> str:
    return " ".join(_WORDS.findall(fold(name)))
