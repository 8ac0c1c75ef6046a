"""The lexicon made ready for searching, once for all plans."""

import re
from itertools import pairwise

from campaign.language.templates import Phrases
from campaign.language.words import words, words_before
from campaign.talk.lexicon.attributes import ATTRIBUTES
from campaign.talk.lexicon.facets import FACETS
from campaign.talk.lexicon.shorthand import GLOSSARY, SHORTHAND
from campaign.talk.lexicon.smalltalk import FILLERS, OUTSIDE, SMALLTALK
from campaign.talk.lexicon.subjects import AWARD_NAMES, SUBJECTS

GENERAL = Phrases(
    {f"facet:{name}": templates for name, templates in FACETS.items()}
    | {f"subject:{name}": templates for name, templates in SUBJECTS.items()}
    | {f"attribute:{name}": templates for name, (_, _, templates) in ATTRIBUTES.items()}
    | {f"small:{name}": templates for name, templates in SMALLTALK.items()}
    | {f"award:{index}": names for index, names in enumerate(AWARD_NAMES)}
    | {"filler": FILLERS, "outside": OUTSIDE},
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

LEXICON_WORDS = frozenset(
    word.folded for table in _TABLES for template in table for word in words(template)
)
"""Every word of the lexicon, folded."""

LEXICON_SPELT = frozenset(
    word for table in _TABLES for template in table for word in words(template)
) | frozenset(
    word for options in SHORTHAND.values() for option in options for word in words(option)
)
"""Every word of the lexicon as it is spelt."""

LEXICON_PAIRS = frozenset(
    pair
    for table in _TABLES
    for template in table
    for option in re.split(r"[()|?]+", template)
    for pair in pairwise(word.folded for word in words(option))
)
"""Neighbouring words of the lexicon, folded."""

LEXICON_BEFORE = words_before(LEXICON_PAIRS)
"""The words of the lexicon that stand before a word."""

FILLER_WORDS = frozenset(each[0].folded for phrase in FILLERS if len(each := words(phrase)) == 1)
"""Single words that carry nothing of a question."""
