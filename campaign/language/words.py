"""A sentence as words, each kept both as typed and folded."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from campaign.language.text import fold

_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable or number, as `text` in lower case. `marked` is the spelling with its tone last
    when it was typed with diacritics, and empty when it was not: "hóa" and "hoá" are alike.
    """

    folded: str
    marked: str = ""
    text: str = field(default="", compare=False)

    def spells(self, known: "Word") -> bool:
        """Whether this typed word can be the `known`, rightly spelt one: diacritics that were
        typed count, and those that were left out do not.
        """
        return self.folded == known.folded and (not self.marked or self.marked == known.marked)


@lru_cache(maxsize=8192)
def word(text: str) -> Word:
    """Return the word that `text` (NFC, one syllable) spells."""
    lowered = text.lower()
    folded = fold(lowered)
    return Word(folded, "" if folded == lowered else _tone_last(lowered), lowered)


def _tone_last(lowered: str) -> str:
    decomposed = unicodedata.normalize("NFD", lowered)
    letters = "".join(c for c in decomposed if c not in _TONES)
    return letters + "".join(c for c in decomposed if c in _TONES)


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; punctuation and symbols fall away."""
    return tuple(map(word, _WORD.findall(text)))


def words_before(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each second word of `pairs`, the first ones in alphabetical order."""
    before: dict[str, list[str]] = {}
    for first, second in sorted(pairs):
        before.setdefault(second, []).append(first)
    return {second: tuple(firsts) for second, firsts in before.items()}
