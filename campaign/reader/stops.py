"""Where a sentence ends: not after "TP.", and not within "P. Hành chính"."""

import re

_STOP = re.compile(
    r"(?<!TP)(?<!Tp)(?<!ThS)(?<!TS)(?<![\s.(][A-ZĐ])\.\s+(?=[“\"(]?[A-ZĐÀÁẢÃẠĂÂÊÔƠƯÍÚÝỦỨ])"
)


def parted(text: str) -> tuple[str, str, int]:
    """Return the first sentence of `text`, the others, and where those begin."""
    match = _STOP.search(text)
    if match is None:
        return text, "", len(text)
    return text[: match.start()], text[match.end() :], match.end()


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return _STOP.split(text)


def last_sentence(text: str) -> str:
    """Return the last sentence of `text`."""
    return _STOP.split(text)[-1]
