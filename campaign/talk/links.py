"""Words and their neighbours: most Vietnamese words are two syllables."""

from collections.abc import Collection

from campaign.language.words import Word, words
from campaign.talk.lexicon.glossary import GLOSSARY
from campaign.talk.reading import Reading

_CLASSIFIERS = {
    each.folded: each
    for each in words("môn lớp đội đoàn chuyến buổi vụ phần bài cuộc suất đợt vòng nhóm giải lễ")
}


def linked(reading: Reading, position: int, pairs: Collection[tuple[str, str]]) -> bool:
    """Whether a word stands beside the neighbour that the plan gives it.

    Most Vietnamese words are two syllables, of which one alone says little: "phát động" is not
    "phát triển". A word without a telling neighbour, and an English one, may stand alone.
    """
    said = reading.words
    if reading.language == "en" or said[position].folded in GLOSSARY:
        return True
    around = [p for p in (position - 1, position + 1) if 0 <= p < len(said)]
    telling = (p for p in around if p in reading.content and said[p].folded not in GLOSSARY)
    if all(is_classifier(said[p]) or _is_bound(reading, p, position, pairs) for p in telling):
        return True
    return beside(reading, position, pairs)


def _is_bound(
    reading: Reading, position: int, away: int, pairs: Collection[tuple[str, str]]
) -> bool:
    """Whether a word makes a pair with its other neighbour, and so none with the one `away`."""
    other = 2 * position - away
    said = reading.words
    if not 0 <= other < len(said) or other not in reading.content:
        return False
    return (said[min(position, other)].folded, said[max(position, other)].folded) in pairs


def beside(reading: Reading, position: int, pairs: Collection[tuple[str, str]]) -> bool:
    """Whether a word makes one of the `pairs` with the word before or after it."""
    said = reading.words
    return any(
        (said[first].folded, said[first + 1].folded) in pairs
        for first in (position - 1, position)
        if 0 <= first < len(said) - 1
    )


def is_classifier(said: Word) -> bool:
    """Whether a word only says what kind of thing is meant: "môn bơi", "đội chuyển đổi số"."""
    known = _CLASSIFIERS.get(said.folded)
    return known is not None and said.spells(known)
