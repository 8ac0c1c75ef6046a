"""Parts of a title by which people call an activity: "kiểm tra việc thi hành Luật"."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from campaign.language.words import Word, words
from campaign.talk.lexicon.phrases import FILLER_WORDS

_SHORTEST, _LONGEST = 3, 12
_LOOSE = FILLER_WORDS | frozenset(
    (
        "va voi cua cho tai o ve trong tren tu den truoc sau do theo la cac nhung mot so duoc nham gan nhan co de bang nhu cung hoac tham"
        " lan thu nam thang ngay viec mot moi den giua khi"
    ).split()
)

Trigram = tuple[str, str, str]


def owners(spoken: Iterable[tuple[int, tuple[Word, ...]]]) -> dict[Trigram, set[int]]:
    """Return whose each three neighbouring words are: numbers of activities, 0 for the plan."""
    found: dict[Trigram, set[int]] = {}
    for owner, text in spoken:
        for each in _trigrams(text):
            found.setdefault(each, set()).add(owner)
    return found


def fragments(title: str, owned: Mapping[Trigram, set[int]]) -> Iterator[str]:
    """Yield the parts of `title` that no other activity, and no other part of the plan, has.

    They begin and end with words that tell something.
    """
    said = words(title)
    own = [len(owned.get(each, ())) <= 1 for each in _trigrams(said)]
    for start, first in enumerate(said):
        if first.folded in _LOOSE:
            continue
        for end in range(start + _SHORTEST, min(len(said), start + _LONGEST) + 1):
            if said[end - 1].folded not in _LOOSE and any(own[start : end - 2]):
                yield " ".join(each.text for each in said[start:end])


def _trigrams(text: tuple[Word, ...]) -> Iterator[Trigram]:
    pairs = list(pairwise(each.folded for each in text))
    return ((a, b, c) for (a, b), (_, c) in pairwise(pairs))
