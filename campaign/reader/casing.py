"""Titles in capitals as they are written in a sentence."""

import re
from collections.abc import Iterable

from campaign.language.text import fold

_ACRONYM = 5
_WORD = re.compile(r"\w[\w&]*")


def in_small_letters(title: str, texts: Iterable[str]) -> str:
    """Return `title` as `texts`, the rest of the document, write it; it stays as it is where it is
    not all in capitals.

    Where the whole is not repeated, each word takes the spelling in which it occurs most.
    """
    if not title.isupper():
        return title
    everything = " ".join(" ".join(texts).split())
    at = fold(everything).find(fold(title))
    if at >= 0 and not (found := everything[at : at + len(title)]).isupper():
        return found[:1].upper() + found[1:]
    return _capitalised(_WORD.sub(lambda match: _as_used(match, everything), title))


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
