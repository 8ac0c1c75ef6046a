"""Names of cooperatives and districts: which are the same, and which are meant to be."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from campaign.language.text import fold

ON_A_NOTICE = 80
"""Characters of a name: Telegram shows 200 over a pressed button."""
_ALIKE = 85
"""Of 100; one slip in a name of two words is above it, another word is below."""
_COOPERATIVE = re.compile("^(hop tac xa|htx)( (?=.))?")
_DISTRICT = re.compile("^(huyen|thanh pho|thi xa|tp|tx|quan|h)( (?=.))")
_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")


def tidy(text: str) -> str:
    """Return `text` on one line, with single spaces."""
    return " ".join(text.split())


def name_key(name: str) -> str:
    """Return what is the same for all spellings of a cooperative: "HTX Bình Minh", "binh minh"."""
    return _COOPERATIVE.sub("", _plain(name))


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


def shortened(name: str, longest: int) -> str:
    """Return `name` in `longest` characters at most."""
    return name if len(name) <= longest else f"{name[: longest - 1]}…"


def _plain(name: str) -> str:
    return " ".join(_WORDS.findall(fold(name)))
