"""What looks like a phrase of the lexicon, and is a word of the plan."""

from collections.abc import Sequence
from itertools import pairwise

from campaign.language.templates import Found
from campaign.language.words import Word
from campaign.talk.entries import neighbours
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.phrases import FILLER_SPELT, FILLER_WORDS, SUBJECT_PAIRS


def is_misread(handbook: Handbook, spelt: tuple[Word, ...], found: Found) -> bool:
    """Whether the plan itself says what looks like a phrase of the lexicon, and means it."""
    kind, _, name = found.label.partition(":")
    said = spelt[found.start : found.end]
    match kind:
        case "event":  # of a kind that the plan does not have
            return not all(pair in handbook.pairs for pair in neighbours(said))
        case "subject":
            return _is_other_subject(handbook, spelt, found, name)
        case "attribute":
            return _is_in_a_name(handbook, said)
        case "outside":
            return _is_spoken_of(handbook, spelt, found)
    return False


def _is_other_subject(
    handbook: Handbook, spelt: tuple[Word, ...], found: Found, subject: str
) -> bool:
    """Whether it is only spelt like a part of plans: "truyen thong" for "truyền thông"."""
    if _otherwise_spelt(handbook, spelt[found.start : found.end], subject):
        return True
    common = subject == "bases" or found.length == 1
    return common and _goes_on_in_a_name(handbook, spelt, found)


def _is_in_a_name(handbook: Handbook, said: tuple[Word, ...]) -> bool:
    own = all(w in handbook.named if w.marked else w.folded in handbook.bare for w in said)
    return own and all(pair in handbook.titled for pair in neighbours(said))


def _is_spoken_of(handbook: Handbook, spelt: tuple[Word, ...], found: Found) -> bool:
    """Whether the plan speaks of what is outside most plans, such as the Prime Minister."""
    said = spelt[found.start : found.end]
    if len(said) == 1:  # "dịch" is a disease, and neither "dịch vụ" nor "khám bệnh" is one
        beside = neighbours(spelt[max(found.start - 1, 0) : found.end + 1])
        return any(pair in handbook.pairs for pair in beside)
    return all(pair in handbook.pairs for pair in neighbours(said))


def _goes_on_in_a_name(handbook: Handbook, spelt: tuple[Word, ...], found: Found) -> bool:
    """Whether an activity's name has the words found, and the word before or after them."""
    before = neighbours(spelt[max(found.start - 1, 0) : found.start + 1])
    after = neighbours(spelt[found.end - 1 : found.end + 1])
    inside = neighbours(spelt[found.start : found.end])
    if not all(pair in handbook.titled for pair in inside):
        return False
    return any(pair in handbook.titled for pair in (*before, *after))


def _otherwise_spelt(handbook: Handbook, said: tuple[Word, ...], subject: str) -> bool:
    """Whether bare words are in an activity's name, and differ there from what a subject is called
    in their diacritics alone.
    """
    if any(each.marked for each in said):
        return False
    known = SUBJECT_PAIRS.get(subject, {})
    pairs = [(a.folded, b.folded) for a, b in pairwise(said)]
    both = [(handbook.titled[p], known[p]) for p in pairs if p in handbook.titled and p in known]
    return any(spelt.isdisjoint(own) for spelt, own in both)


def only_looks_small(handbook: Handbook, spelt: tuple[Word, ...], found: Found) -> bool:
    """Whether a bare word is no filler beside its neighbour: "tra" of "kiem tra" is not "trả"."""
    place = found.start
    if found.label != "filler" or found.length > 1 or spelt[place].marked:
        return False
    for first in (place - 1, place):
        if not 0 <= first < len(spelt) - 1:
            continue
        pair = (spelt[first].folded, spelt[first + 1].folded)
        if pair not in handbook.spelt_pairs:
            continue
        beside = first if first < place else place + 1
        both = (place, beside) if spelt[beside].folded in FILLER_WORDS else (place,)
        if all(_means_something(handbook, pair, spelt[p].folded, p - first) for p in both):
            return True
    return False


def _means_something(handbook: Handbook, pair: tuple[str, str], folded: str, which: int) -> bool:
    """Whether a word of a pair is no filler as the plan spells it: "tờ", not "to"."""
    own = (each.split(" ")[which] for each in handbook.spelt_pairs[pair])
    return FILLER_SPELT.isdisjoint(Word(folded, marked) for marked in own)


def small_words(handbook: Handbook, spelt: tuple[Word, ...], found: Sequence[Found]) -> list[Found]:
    """The words of a unit's name that say nothing: "các" of "các HTX"."""
    return [
        Found("filler", position, position + 1)
        for unit in found
        if unit.label.startswith("unit:")
        for position in range(unit.start, unit.end)
        if spelt[position].folded in handbook.small
    ]
