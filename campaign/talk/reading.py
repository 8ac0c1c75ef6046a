"""A message as the plan's reader sees it: words spelt out, dates, and the phrases it contains."""

import datetime
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from campaign.language.dates import DateMatch, find_dates
from campaign.language.templates import Found, longest
from campaign.language.text import clean, fold
from campaign.language.words import Word, word, words
from campaign.messages import Language
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.phrases import (
    AS_TYPED,
    GENERAL,
    LEXICON_BEFORE,
    LEXICON_PAIRS,
    LEXICON_SPELT,
    LEXICON_WORDS,
)
from campaign.talk.lexicon.shorthand import GLOSSARY, SHORTHAND

LIMIT = 4096
"""Characters of a message that are read; of a longer one, its beginning and its end."""
_LONG = 7

_VOWELS = "aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_STARS = re.compile(r"(?<=\d)\s*[*⭐★]+|(?<=mấy)\s*[*⭐★]+|(?<=may)\s*[*⭐★]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_POSSESSIVE = re.compile(r"['’]s\b")
_NASAL = re.compile(rf"\w*[{_VOWELS}]g")
_MONTH = re.compile(r"\bt(?= (?:này|nay|sau|tới|toi|trước|truoc|trc|nào)\b)", re.IGNORECASE)
_LETTERS_AND_FIGURES = re.compile(r"\b([^\W\d_]{1,4})(\d+)\b")
_DRAWN_OUT = re.compile(r"\b(?!i+\b)(\w*?)([aiy])\2+\b")
_TONELESS = re.compile("[aeiouyăâêôơư](?:c|ch|p|t)$")
"""A stopped syllable always has a tone: "đip" is a slip of "điệp"."""
_DOUBLED = re.compile(r"(.)\1+")
_REPEATED = re.compile(rf"([{_VOWELS}!?.])\1{{2,}}", re.IGNORECASE)
_ONSET = re.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]")
_SYLLABLE = re.compile(
    "(?:(?:ngh|gh|k)(?=[eiy])|(?:ng|c|g)(?=[aou])|gi|g(?=i)|nh|ch|kh|ph|qu|th|tr|[bdhlmnprstvx])?"
    "[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_GAP = Word("\N{HORIZONTAL ELLIPSIS}")
_ENGLISH = frozenset(
    (
        "what when where who which whom how is are was were the does do did will would can "
        "could of for please and in at any there many much list tell about on i you we it "
        "this that has have happening deadline hello thanks thank hi if yes left long take "
        "place be to my your without theme slogans message messages budget funding "
        "deadlines award awards history overview purpose activity activities schedule "
        "peak period today tomorrow week month april may june january february march"
    ).split()
)
_VIETNAMESE = frozenset(
    (
        "khi nao gi la co khong ai o dau nhu the ngay thang nam ke hoach hoat dong may gio "
        "cua cho va voi duoc bao nhieu den tu hay nhe oi ad minh em anh chi bot con nua cac "
        "nhung tuan han nop to chuc phu trach chu tri lam vay v j k ko z ntn htx hs hom mai "
        "nay sau truoc viec r nx vs dc"
    ).split()
)


_GENERAL_KINDS = ("facet", "subject", "attribute", "small", "filler", "outside")


@dataclass(frozen=True)
class Reading:
    """`words` are spelt out; `found` are the longest phrases of the lexicon and of the plan;
    `idle` are positions of words that carry nothing even inside a name ("nội dung").
    """

    text: str
    words: tuple[Word, ...]
    dates: tuple[DateMatch, ...]
    found: tuple[Found, ...]
    idle: frozenset[int]
    language: Language

    def labels(self, kind: str) -> list[str]:
        """The names of `kind` that were found, in the order of the sentence."""
        return [f.label.removeprefix(f"{kind}:") for f in self.spans(kind)]

    def spans(self, kind: str) -> Sequence[Found]:
        """Where phrases of `kind` were found."""
        return self._by_kind.get(kind, ())

    @cached_property
    def called(self) -> tuple[Found, ...]:
        """Where an activity was called by a name, or by a part of its title."""
        found = (*self.spans("activity"), *self.spans("part"))
        return tuple(sorted(found, key=lambda each: each.start))

    @cached_property
    def content(self) -> tuple[int, ...]:
        """Positions of the words that no general phrase explains.

        Words for awards are content all the same: they may name an activity.
        """
        explained = {
            position
            for kind in _GENERAL_KINDS
            for f in self.spans(kind)
            if f.label != "subject:awards"
            for position in range(f.start, f.end)
        }
        return tuple(
            position
            for position, each in enumerate(self.words)
            if position not in explained and each is not _GAP
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, Sequence[Found]]:
        kinds: dict[str, list[Found]] = {}
        for each in self.found:
            kinds.setdefault(each.label.partition(":")[0], []).append(each)
        return kinds


def read(handbook: Handbook, text: str, today: datetime.date) -> Reading:
    """Read `text`, `LIMIT` characters of it at most, on the day `today`."""
    cleaned = _MONTH.sub("tháng", _DRAWN_OUT.sub(r"\1\2", clean(html.unescape(_shortened(text)))))
    said_dates = (date for date in find_dates(cleaned, today) if _meant(cleaned, date))
    dates = tuple(date for date in said_dates if fold(date.text) not in handbook.spans)
    language = language_of(handbook, cleaned)
    spelt = tuple(_spell_out(handbook, _pieces(cleaned, dates), language))
    general = GENERAL.find(spelt)
    said = longest([*general, *handbook.phrases.find(spelt)], weak=("subject:", "filler"))
    found = [f for f in said if not _of_the_plan(handbook, spelt, f)]
    idle = {
        p for f in general if f.label == "filler" and f.length > 1 for p in range(f.start, f.end)
    }
    return Reading(cleaned, spelt, dates, tuple(found), frozenset(idle), language)


def _of_the_plan(handbook: Handbook, spelt: tuple[Word, ...], found: Found) -> bool:
    """Whether the plan itself speaks of what is outside most plans, such as the Prime Minister."""
    if found.label != "outside":
        return False
    said = [each.folded for each in spelt[found.start : found.end]]
    if len(said) == 1:  # "dịch" is a disease, and "dịch vụ" is none
        after = spelt[found.end : found.end + 1]
        return any((said[0], each.folded) in handbook.pairs for each in after)
    return all(pair in handbook.pairs for pair in pairwise(said))


def _meant(text: str, date: DateMatch) -> bool:
    """Bare "nay" is today at the beginning only: "bot nay" is this bot."""
    return date.text.lower() != "nay" or not text[: date.offset].strip()


def _shortened(text: str) -> str:
    if len(text) <= LIMIT:
        return text
    return f"{text[: LIMIT // 2]} {text[-LIMIT // 2 :]}"


def language_of(handbook: Handbook, text: str) -> Language:
    """English when the words between the names are English, Vietnamese in any doubt."""
    said = words(text)
    if any(each.marked for each in said):
        return "vi"
    if not any(each.folded in _ENGLISH for each in said):
        return "vi"
    english = sum(each.folded in _ENGLISH or _foreign(handbook, each) for each in said)
    return "en" if english > sum(each.folded in _VIETNAMESE for each in said) else "vi"


def _foreign(handbook: Handbook, each: Word) -> bool:
    """Whether a word cannot be a Vietnamese syllable, nor a name in the plan or shorthand."""
    if each.folded.isdigit() or each.folded in SHORTHAND or each in handbook.spelt:
        return False
    return len(each.folded) > 3 and not _SYLLABLE.fullmatch(each.folded)  # noqa: PLR2004 - letters


def _pieces(text: str, dates: Sequence[DateMatch]) -> Iterator[Word]:
    """The words of `text`, with a gap where a date stood."""
    position = 0
    for date in dates:
        yield from words(_plain_signs(text[position : date.offset]))
        yield _GAP
        position = date.offset + date.length
    yield from words(_plain_signs(text[position:]))


def _plain_signs(text: str) -> str:
    """The text without markup and possessives, and with stars in words."""
    text = _POSSESSIVE.sub(" ", _TAG.sub(" ", text))
    text = _LETTERS_AND_FIGURES.sub(r"\1 \2", _STARS.sub(" sao", text))
    return _REPEATED.sub(r"\1", text)


def _spell_out(handbook: Handbook, typed: Iterator[Word], language: Language) -> Iterator[Word]:
    """Shorthand, contractions and slips of Vietnamese; of English only the plan's own words."""
    before = _GAP
    said = list(typed)
    if language == "en":
        for each in said:
            yield _english(handbook, each)
        return
    for position, each in enumerate(said):
        after = said[position + 1] if position + 1 < len(said) else _GAP
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
    return _corrected(handbook, _GAP, each, _GAP)


def _spelling(handbook: Handbook, before: Word, each: Word, after: Word) -> tuple[Word, ...]:
    as_typed = not AS_TYPED.isdisjoint(pairwise((before.text, each.text, after.text)))
    if (options := SHORTHAND.get(each.text)) and not as_typed:
        return _likeliest(handbook, before, [words(option) for option in options], after)
    if each is _GAP or each.folded.isdigit() or _spelt_rightly(handbook, each):
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
        if not _SYLLABLE.fullmatch(typed.folded) or (linked and len(known) >= len(typed.folded)):
            return word(known)
    return typed


def _unlikeness(typed: str, known: str, distance: float) -> tuple[float, bool, bool]:
    """People leave letters out more often than they add some, and seldom the first one."""
    return distance, known[0] != typed[0], len(known) < len(typed)
