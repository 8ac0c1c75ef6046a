"""Short forms that a document gives: "Liên minh Hợp tác xã (LMHTX)", "(sau đây gọi tắt là …)"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from campaign.language.text import fold

_GIVEN = re.compile(
    r"(?P<name>(?:[^\W\d_][\w&]*[ ,/-]{1,2}){1,10}?[^\W\d_][\w&]*)\s*\((?:[^()]{0,30}?(?:là|tắt|:)\s*)?[“\"]?(?P<short>[A-ZĐ][A-ZĐ&\d-]{1,11})[”\"]?\)"
)
_CALLED = re.compile(r"\s*\((?:sau đây )?(?:gọi|viết) tắt(?: là|:)?\s*(?P<short>[^()]{2,30})\)")
_LONGEST = 14
_SHORT = re.compile(r"[A-ZĐ&]{2,8}")
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


def called(texts: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Return the long and the short forms that a document introduces, by the folded short one:
    "Phòng Đào tạo (viết tắt là P.ĐT)".
    """
    found: dict[str, tuple[str, str]] = {}
    for text in texts:
        for match in _CALLED.finditer(text):
            short = match["short"].strip(' .“”"')
            if long := _unit_before(text[: match.start()], short):
                found.setdefault(fold(short), (long, short))
    return found


def _unit_before(before: str, short: str) -> str:
    """The last words that begin with a capital and that `short` is short for."""
    spoken = list(_WORD.finditer(before))[-_LONGEST:]
    for first in reversed(range(len(spoken))):
        if spoken[first][0][:1].isupper() and _stands_for(short, [m[0] for m in spoken[first:]]):
            return before[spoken[first].start() :].strip()
    return ""


def _stands_for(short: str, words: Sequence[str]) -> bool:
    """Whether each part of `short` is one of `words`, or letters that some of them begin with."""
    rest = [fold(word) for word in words]
    for place, part in enumerate(_WORD.findall(short)):
        for letter in fold(part) if part.isupper() else [fold(part)]:
            at = next(
                (
                    n
                    for n, w in enumerate(rest)
                    if w == letter or (len(letter) == 1 and w[0] == letter)
                ),
                None,
            )
            if at is None or (place == 0 and at > 0 and len(rest) == len(words)):
                return False
            rest = rest[at + 1 :]
    return True


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


def spelt_out(name: str, texts: Iterable[str]) -> str:
    """Return the long form that `texts` have of a name such as "Sở KH&CN"; empty for none."""
    head, _, short = name.rpartition(" ")
    if not head or not _SHORT.fullmatch(short):
        return ""
    initials = fold(short.replace("&", ""))
    begins = re.compile(rf"(?<!\w){re.escape(head)}\s+((?:[^\W\d_]+,?\s+){{1,9}}[^\W\d_]+)")
    for text in texts:
        for match in begins.finditer(text):
            if words := _with_initials(match[1].split(), initials):
                return f"{head} {' '.join(words)}"
    return ""


def _with_initials(words: Sequence[str], initials: str) -> list[str]:
    """The first of `words` whose initials, without "và", are `initials`; empty where none are."""
    said = ""
    for count, each in enumerate(words, 1):
        said += "" if fold(each) == "va" else fold(each)[0]
        if said == initials:
            return [
                word.rstrip(",") if n == count else word for n, word in enumerate(words[:count], 1)
            ]
        if not initials.startswith(said):
            break
    return []
