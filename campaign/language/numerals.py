"""Numbers as they occur in dates: figures, Roman figures, Vietnamese and English words."""

import re

from campaign.language.patterns import any_of
from campaign.language.text import fold

_UNITS = {word: n for n, word in enumerate("một hai ba bốn năm sáu bảy tám chín".split(), 1)} | {
    "tư": 4,
    "bẩy": 7,
}
_UNITS_AFTER_TENS = _UNITS | {"mốt": 1, "lăm": 5, "nhăm": 5}
_TENS = {"mười": 10, "hai mươi": 20, "ba mươi": 30}
_LAST_DAY = 31

SMALL = _UNITS | {"mười": 10}
MONTHS = SMALL | {"giêng": 1, "mười một": 11, "mười hai": 12, "chạp": 12}
DAYS = (
    _UNITS
    | _TENS
    | {
        f"{tens} {unit}": ten + n
        for tens, ten in _TENS.items()
        for unit, n in _UNITS_AFTER_TENS.items()
        if ten + n <= _LAST_DAY
    }
)
ENGLISH = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_VALUES = {fold(word): n for names in (_ROMAN, ENGLISH, DAYS, MONTHS) for word, n in names.items()}

SMALL_WORDS = any_of(SMALL)
MONTH_WORDS = any_of(MONTHS)
DAY_WORDS = any_of(DAYS)
ENGLISH_WORDS = any_of(ENGLISH)


def number(text: str) -> int:
    """Return the number that `text` stands for, typed with or without diacritics.

    Raises KeyError when it stands for none.
    """
    if text.isdecimal():
        return int(text)
    return _VALUES[re.sub(r"\s+", " ", fold(text))]
