"""The lexicon made ready for searching, once for all plans."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from campaign.language.templates import Phrases
from campaign.language.words import Word, words, words_before
from campaign.plan.events import EVENTS
from campaign.talk.lexicon.attributes import ATTRIBUTES
from campaign.talk.lexicon.facets import FACETS
from campaign.talk.lexicon.glossary import GLOSSARY
from campaign.talk.lexicon.shorthand import SHORTHAND
from campaign.talk.lexicon.smalltalk import FILLERS, OUTSIDE, SMALLTALK
from campaign.talk.lexicon.subjects import AWARD_NAMES, SUBJECTS

GENERAL = Phrases(
    {f"facet:{name}": templates for name, templates in FACETS.items()}
    | {f"subject:{name}": templates for name, templates in SUBJECTS.items()}
    | {f"attribute:{name}": templates for name, (_, _, templates) in ATTRIBUTES.items()}
    | {f"small:{name}": templates for name, templates in SMALLTALK.items()}
    | {f"award:{index}": names for index, names in enumerate(AWARD_NAMES)}
    | {"filler": FILLERS, "outside": OUTSIDE, "event": EVENTS},
    strict=("attribute:", "outside", "subject:", "small:"),
)
"""Every phrase of the lexicon, labelled "kind:name"."""


_TABLES = (
    *FACETS.values(),
    *SUBJECTS.values(),
    *SMALLTALK.values(),
    *AWARD_NAMES,
    *(templates for _, _, templates in ATTRIBUTES.values()),
    FILLERS,
    OUTSIDE,
    tuple(GLOSSARY),
    tuple(GLOSSARY.values()),
)


def _parted(templates: Iterable[str]) -> Iterator[tuple[Word, ...]]:
    """The parts of templates, of which each is in one spelling."""
    for template in templates:
        yield from map(words, re.split(r"[()|?]+", template))


_SAID = tuple(part for table in _TABLES for part in _parted(table))

LEXICON_WORDS = frozenset(word.folded for part in _SAID for word in part)
"""Every word of the lexicon, folded."""

LEXICON_SPELT = frozenset(word for part in _SAID for word in part) | frozenset(
    word for options in SHORTHAND.values() for option in options for word in words(option)
)
"""Every word of the lexicon as it is spelt."""


def spellings(said: Iterable[tuple[Word, ...]]) -> dict[tuple[str, str], frozenset[str]]:
    """Return neighbouring words, folded, and how they are spelt."""
    found: dict[tuple[str, str], set[str]] = {}
    for part in said:
        for a, b in pairwise(part):
            found.setdefault((a.folded, b.folded), set()).add(f"{a.marked} {b.marked}")
    return {pair: frozenset(spelt) for pair, spelt in found.items()}


SUBJECT_PAIRS = {name: spellings(_parted(templates)) for name, templates in SUBJECTS.items()}
"""Neighbouring words of what each subject is called."""

_NEIGHBOURS = frozenset(pair for part in _SAID for pair in pairwise(word.text for word in part))

LEXICON_PAIRS = frozenset(pair for part in _SAID for pair in pairwise(word.folded for word in part))
"""Neighbouring words of the lexicon, folded."""

AS_TYPED = frozenset(pair for pair in _NEIGHBOURS if not SHORTHAND.keys().isdisjoint(pair))
"""Neighbours that are meant as they stand, though one is shorthand elsewhere: "a lô"."""

LEXICON_BEFORE = words_before(LEXICON_PAIRS)
"""The words of the lexicon that stand before a word."""

FILLER_SPELT = frozenset(each[0] for phrase in FILLERS if len(each := words(phrase)) == 1)
"""Single words that carry nothing of a question."""

FILLER_WORDS = frozenset(each.folded for each in FILLER_SPELT)
"""The same, folded."""
