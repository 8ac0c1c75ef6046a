"""How the words of a message are spelt out: shorthand, contractions and slips."""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from campaign.language.text import fold
from campaign.language.words import Word, word, words
from campaign.messages import Language
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.glossary import GLOSSARY
from campaign.talk.lexicon.phrases import (
    AS_TYPED,
    LEXICON_BEFORE,
    LEXICON_PAIRS,
    LEXICON_SPELT,
    LEXICON_WORDS,
)
from campaign.talk.lexicon.shorthand import SHORTHAND

_LONG = 7
VOWELS = "aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_NASAL = re.compile(rf"\w*[{VOWELS}]g")
_TONELESS = re.compile("[aeiouyăâêôơư](?:c|ch|p|t)$")
"""A stopped syllable always has a tone: "đip" is a slip of "điệp"."""
_DOUBLED = re.compile(r"(.)\1+")
_ONSET = re.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]")
SYLLABLE = re.compile(
    "(?:(?:ngh|gh|k)(?=[eiy])|(?:ng|c|g)(?=[aou])|gi|g(?=i)|nh|ch|kh|ph|qu|th|tr|[bdhlmnprstvx])?"
    "[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
"""What can be a Vietnamese syllable, without its diacritics."""
GAP = Word("\N{HORIZONTAL ELLIPSIS}")
"""Where a date stood, and what is before the first word and after the last."""


def spell_out(handbook: Handbook, typed: Iterator[Word], language: Language) -> Iterator[Word]:
    """Shorthand, contractions and slips of Vietnamese; of English only the plan's own words."""
    before = GAP
    said = list(typed)
    if language == "en":
        for each in said:
            yield _english(handbook, each)
        return
    for position, each in enumerate(said):
        after = said[position + 1] if position + 1 < len(said) else GAP
        spelt = _spelling(handbook, before, each, after)
        yield from spelt
        before = spelt[-1]


def _english(handbook: Handbook, each: Word) -> Word:
    """The plan's own form of a word, singular or plural, or the long word that was meant."""
    if each in handbook.spelt or (each.folded in LEXICON_WORDS and each.folded not in GLOSSARY):
        return each
    for form in (each.folded.removesuffix("s"), f"{each.folded}s"):
        if word(form) in handbook.spelt:
            return word(form)
    if len(each.folded) < _LONG:
        return each
    return _corrected(handbook, GAP, each, GAP)


def _spelling(handbook: Handbook, before: Word, each: Word, after: Word) -> tuple[Word, ...]:
    as_typed = not AS_TYPED.isdisjoint(pairwise((before.text, each.text, after.text)))
    if (options := SHORTHAND.get(each.text)) and not as_typed:
        return _likeliest(handbook, before, [words(option) for option in options], after)
    if each is GAP or each.folded.isdigit() or _spelt_rightly(handbook, each):
        return (each,)
    if _known(handbook, each.folded):
        meant = _corrected(handbook, before, each, after) if _TONELESS.search(each.text) else each
        return (word(each.folded) if meant is each else meant,)
    single = word(_DOUBLED.sub(r"\1", each.text))
    if single != each and _known(handbook, single.folded):
        return (single,)
    if _NASAL.fullmatch(each.text):
        return (word(f"{each.text[:-1]}ng"),)
    if (parted := _part(handbook, each.text)) or (parted := _as_in_chat(handbook, each.text)):
        return parted
    if contracted := _expand(handbook, each.folded):
        return tuple(word(part) for part in contracted)
    return (_corrected(handbook, before, each, after),)


def _together(handbook: Handbook, first: str, second: str) -> bool:
    """Whether two words stand side by side in the plan or in the lexicon."""
    return (first, second) in handbook.pairs or (first, second) in LEXICON_PAIRS


def _spelt_rightly(handbook: Handbook, each: Word) -> bool:
    """Whether the plan or the lexicon knows the word, with the diacritics it has."""
    if not each.marked:
        return _known(handbook, each.folded)
    return each in handbook.spelt or each in LEXICON_SPELT


def _part(handbook: Handbook, typed: str) -> tuple[Word, ...]:
    """Part two words that were typed as one: "hộithao"."""
    for cut in range(2, len(typed) - 1):
        first, second = word(typed[:cut]), word(typed[cut:])
        if _together(handbook, first.folded, second.folded):
            return first, second
    return ()


def _as_in_chat(handbook: Handbook, typed: str) -> tuple[Word, ...]:
    """Spell out letters of the chat: "fải" is "phải", "zậy" is "vậy"."""
    if "f" in typed and (respelt := typed.replace("f", "ph")) in SHORTHAND:
        return words(SHORTHAND[respelt][0])
    for letter, spellings in _CHAT_LETTERS.items():
        for spelling in spellings:
            if typed.startswith(letter) and _known(handbook, fold(spelling + typed[1:])):
                return (word(spelling + typed[1:]),)
    return ()


_CHAT_LETTERS = {"f": ("ph",), "z": ("d", "v", "gi"), "j": ("gi", "ch"), "w": ("qu",)}


def _known(handbook: Handbook, folded: str) -> bool:
    return folded in LEXICON_WORDS or handbook.knows(folded)


def _likeliest(
    handbook: Handbook, before: Word, options: list[tuple[Word, ...]], after: Word
) -> tuple[Word, ...]:
    """The option that the plan has beside the neighbouring words, else the first."""

    def links(option: tuple[Word, ...]) -> int:
        said = [each.folded for each in option]
        if not all(pair in handbook.pairs for pair in pairwise(said)):
            return 0
        return ((before.folded, said[0]) in handbook.pairs) + (
            (said[-1], after.folded) in handbook.pairs
        )

    return max(options, key=links)


def _expand(handbook: Handbook, typed: str) -> tuple[str, ...]:
    """Spell out an acronym ("ktxh") or a syllable with the initials before it ("ptrao")."""
    if typed in handbook.initials:
        return handbook.initials[typed]
    if _ONSET.match(typed):
        return ()
    for cut in (1, 2, 3):
        initials, syllable = typed[:cut], typed[cut:]
        before = (*handbook.before.get(syllable, ()), *LEXICON_BEFORE.get(syllable, ()))
        for first in before if len(syllable) > 1 else ():
            if _abbreviates(initials, first):
                return first, syllable
    return ()


def _abbreviates(initials: str, known: str) -> bool:
    """Whether `initials` are the first letter of a word and some of the others: "pt", "phat"."""
    rest = iter(known)
    return known[0] == initials[0] and all(letter in rest for letter in initials)


def _corrected(handbook: Handbook, before: Word, typed: Word, after: Word) -> Word:
    """The word of the plan or the lexicon that is one slip away (two in a long word).

    A possible syllable is only corrected where the result stands beside its neighbours in the plan.
    """
    longest_slip = 1 if len(typed.folded) < 8 else 2  # noqa: PLR2004 - letters
    candidates = process.extract(
        typed.folded,
        handbook.vocabulary,
        scorer=OSA.distance,
        score_cutoff=longest_slip,
        limit=8,
    )
    for known, _, _ in sorted(candidates, key=lambda c: _unlikeness(typed.folded, c[0], c[1])):
        linked = _together(handbook, before.folded, known) or _together(
            handbook, known, after.folded
        )
        if not SYLLABLE.fullmatch(typed.folded) or (linked and len(known) >= len(typed.folded)):
            return word(known)
    return typed


def _unlikeness(typed: str, known: str, distance: float) -> tuple[float, bool, bool]:
    """People leave letters out more often than they add some, and seldom the first one."""
    return distance, known[0] != typed[0], len(known) < len(typed)
