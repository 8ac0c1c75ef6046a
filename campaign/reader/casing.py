"""Titles in capitals as they are written in a sentence."""

import re
from collections.abc import Iterable

from campaign.language.text import fold

_ACRONYM = 5
_LONGEST = 600
"""No title is longer; what is, is no title."""
_FEWEST = 3
"""How many words of a name have to be repeated."""
_QUOTED = re.compile(r"(?:^|(?<=\s))[“\"«]\w")
_WORD = re.compile(r"\w[\w&]*")


def in_small_letters(title: str, texts: Iterable[str]) -> str:
    """Return `title` as `texts`, the rest of the document, write it; it stays as it is where it is
    not all in capitals.

    Where the whole is not repeated, each word takes the spelling in which it occurs most.
    """
    if not title.isupper() or len(title) > _LONGEST:
        return _capitalised(title)
    everything = _together(texts)
    found = _repeated(title, everything, fold(everything))
    if found:
        return _capitalised(found)
    small = _WORD.sub(lambda m: _as_used(m, everything), title)
    return _capitalised(_QUOTED.sub(lambda m: m[0].upper(), small))


def as_printed(name: str, texts: Iterable[str]) -> str:
    """Return `name` as a sentence of `texts` writes it, or as much of its beginning, else of its
    end, as one does.
    """
    everything, parts = _together(texts), name.split()
    folded = fold(everything)
    for end in range(len(parts), _FEWEST - 1, -1):
        if found := _repeated(" ".join(parts[:end]), everything, folded):
            return " ".join([_capitalised(found), *parts[end:]])
    for start in range(1, len(parts) - _FEWEST + 1):
        if found := _repeated(" ".join(parts[start:]), everything, folded):
            return " ".join([*parts[:start], found])
    return name


def _together(texts: Iterable[str]) -> str:
    """The texts in one, without those in capitals."""
    return " ".join(" ".join(text for text in texts if not text.isupper()).split())


def _repeated(words: str, everything: str, folded: str) -> str:
    found = (everything[m.start() : m.end()] for m in re.finditer(re.escape(fold(words)), folded))
    return next((each for each in found if not each.isupper()), "")


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _as_used(match: re.Match[str], everything: str) -> str:
    """The word in small letters, or as a name or an acronym that the text never writes small."""
    small, titled, capital = match[0].lower(), match[0].capitalize(), match[0]
    counts = {
        each: len(re.findall(rf"(?<!\w){re.escape(each)}(?!\w)", everything))
        for each in (small, titled)
    }
    if counts[small] >= counts[titled] and counts[small]:
        return small
    if counts[titled]:
        return titled
    beside = re.search(rf"[a-zà-ỹ] {re.escape(capital)}(?!\w)", everything)
    return capital if beside and len(capital) <= _ACRONYM else small
