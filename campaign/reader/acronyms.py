"""Short forms that a document gives: "Liên minh Hợp tác xã (LMHTX)", "(sau đây gọi tắt là …)"."""

import re
from collections.abc import Iterable, Mapping

from campaign.language.text import fold

_GIVEN = re.compile(
    r"(?P<name>(?:[^\W\d_][\w&]*[ ,/-]{1,2}){1,10}?[^\W\d_][\w&]*)\s*\((?:[^()]{0,30}?(?:là|tắt|:)\s*)?[“\"]?(?P<short>[A-ZĐ][A-ZĐ&\d-]{1,11})[”\"]?\)"
)
_WORD = re.compile(r"[^\W_]+")


def acronyms_in(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the short forms of names, by the folded name."""
    found: dict[str, list[str]] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _GIVEN.finditer(text):
            if name := _long_form(match["name"], match["short"]):
                found.setdefault(fold(name), []).append(match["short"])
    return {name: tuple(dict.fromkeys(short)) for name, short in found.items()}


def _long_form(words: str, short: str) -> str:
    """The last words whose initials the short form has: "hợp tác xã" of "… các hợp tác xã (HTX)"."""
    initials = [c for c in fold(short) if c.isalpha()]
    spoken = [m for m in _WORD.finditer(words) if fold(m[0]) != "va"]
    if len(spoken) < len(initials):
        return ""
    tail = spoken[-len(initials) :]
    if all(fold(m[0])[0] == c for m, c in zip(tail, initials, strict=True)):
        return words[tail[0].start() :].strip()
    return ""
