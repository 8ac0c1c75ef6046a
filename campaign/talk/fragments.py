"""Parts of a title by which people call an activity: "kiểm tra việc thi hành Luật"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from campaign.language.words import Word, words
from campaign.talk.lexicon.phrases import GENERAL

_SHORTEST, _LONGEST = 3, 9
_LOOSE = frozenset(
    (
        "và với của cho tại ở về trong trên từ đến trước sau do theo là các những một số được nhằm"
        " gắn nhân có để bằng như cùng hoặc lần thứ năm việc mỗi giữa khi vì này sẽ"
    ).split()
)
"""What a name does not begin or end with."""
_LEFT_OUT = frozenset("các những một số lại của về cho việc tại".split())
"""What people leave out inside of a name."""

_COOPERATIVE = re.compile(r"(?<!\w)(?:hợp tác xã|htx)(?!\w)")
_BEGINNING = 4

Trigram = tuple[str, str, str]


def owners(spoken: Iterable[tuple[int, tuple[Word, ...]]]) -> dict[Trigram, set[int]]:
    """Return whose each three neighbouring words are: numbers of activities, 0 for the plan."""
    found: dict[Trigram, set[int]] = {}
    for owner, text in spoken:
        for each in _trigrams(text):
            found.setdefault(each, set()).add(owner)
    return found


def fragments(title: str, owned: Mapping[Trigram, set[int]]) -> Iterator[str]:
    """Yield templates of the parts of `title` that neither another activity nor the plan has.

    They begin and end with words that tell something, and hold one that no general phrase has.
    """
    said = words(title)
    general = {n for found in GENERAL.find(said) for n in range(found.start, found.end)}
    telling = [n not in general and each.text not in _LOOSE for n, each in enumerate(said)]
    own = [len(owned.get(each, ())) <= 1 for each in _trigrams(said)]
    for start, first in enumerate(said):
        if first.text in _LOOSE:
            continue
        for end in range(start + _SHORTEST, min(len(said), start + _LONGEST) + 1):
            whole = said[end - 1].text not in _LOOSE and any(telling[start:end])
            if whole and any(own[start : end - 2]):
                yield _template(said[start:end])


def _template(said: tuple[Word, ...]) -> str:
    """The words as a template in which small ones may be left out, where enough others remain,
    and in which a cooperative may be shortened.
    """
    enough = sum(each.text not in _LEFT_OUT for each in said) >= _SHORTEST
    parts = (f"({w.text})?" if enough and w.text in _LEFT_OUT else w.text for w in said)
    return _COOPERATIVE.sub("(hợp tác xã|htx)", " ".join(parts))


def beginnings(name: str) -> Iterator[str]:
    """Yield what a long name may be cut to: "Tháng hành động vì Bình đẳng giới"."""
    said = words(name)
    for end in range(_BEGINNING, len(said)):
        if said[end - 1].text not in _LOOSE:
            yield " ".join(each.text for each in said[:end])


def _trigrams(text: tuple[Word, ...]) -> Iterator[Trigram]:
    pairs = list(pairwise(each.folded for each in text))
    return ((a, b, c) for (a, b), (_, c) in pairwise(pairs))
