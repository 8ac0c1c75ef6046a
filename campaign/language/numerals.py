"""Numbers as they occur in dates: figures, Roman figures, Vietnamese and English words."""

import re
from itertools import product

from campaign.language.patterns import any_of
from campaign.language.text import fold

_UNITS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_AFTER_TENS = _UNITS | {"mốt": 1, "lăm": 5, "nhăm": 5}
_TENS = {"mười": 10, "hai mươi": 20, "ba mươi": 30}
_SMALL = _UNITS | {"mười": 10}
_MONTHS = _SMALL | {"giêng": 1, "mười một": 11, "mười hai": 12, "chạp": 12}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ENGLISH = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_COMPOUND = {
    f"{tens} {unit}": _TENS[tens] + _AFTER_TENS[unit] for tens, unit in product(_TENS, _AFTER_TENS)
}
_VALUES = {
    fold(word): value
    for words in (_ROMAN, _ENGLISH, _UNITS, _TENS, _COMPOUND, _MONTHS)
    for word, value in words.items()
}

SMALL_WORDS = any_of(_SMALL)
"""One to ten."""
MONTH_WORDS = any_of(_MONTHS)
DAY_WORDS = rf"(?:{any_of(_TENS)})(?: (?:{any_of(_AFTER_TENS)}))?|{any_of(_UNITS)}"
ENGLISH_WORDS = any_of(_ENGLISH)

ENGLISH_MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
SHORT_ENGLISH_MONTHS = {name[:3]: n for name, n in ENGLISH_MONTHS.items()} | {"sept": 9}


def number(text: str) -> int:
    """Return the number that `text` stands for, typed with or without diacritics.

    Raises KeyError when it stands for none.
    """
    if text.isdecimal():
        return int(text)
    return _VALUES[re.sub(r"\s+", " ", fold(text))]
