"""A message as the plan's reader sees it: words spelt out, dates, and the phrases it contains."""

import datetime
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from campaign.language.dates import DateMatch, find_dates
from campaign.language.templates import Found, longest
from campaign.language.text import clean, fold
from campaign.language.words import Word, words
from campaign.messages import Language
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.phrases import FILLER_SPELT, GENERAL
from campaign.talk.lexicon.shorthand import SHORTHAND
from campaign.talk.misread import is_misread, only_looks_small, small_words
from campaign.talk.spelling import GAP, SYLLABLE, VOWELS, spell_out

LIMIT = 4096
"""Characters of a message that are read; of a longer one, its beginning and its end."""

_STARS = re.compile(r"(?<=\d)\s*[*⭐★]+|(?<=mấy)\s*[*⭐★]+|(?<=may)\s*[*⭐★]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_AND = re.compile(r"(?<=[^\W\d_])&(?=[^\W\d_])")
"""In "KH&CN", which is one word."""
_POSSESSIVE = re.compile(r"['’]s\b")
_MONTH = re.compile(r"\bt(?= (?:này|nay|sau|tới|toi|trước|truoc|trc|nào)\b)", re.IGNORECASE)
_LETTERS_AND_FIGURES = re.compile(r"\b([^\W\d_]{1,4})(\d+)\b")
_DRAWN_OUT = re.compile(r"\b(?!i+\b)(\w*?)([aiy])\2+\b")
_REPEATED = re.compile(rf"([{VOWELS}!?.])\1{{2,}}", re.IGNORECASE)
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
            if position not in explained and each is not GAP
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, Sequence[Found]]:
        kinds: dict[str, list[Found]] = {}
        for each in self.found:
            kinds.setdefault(each.label.partition(":")[0], []).append(each)
        return kinds


def read(handbook: Handbook, text: str, today: datetime.date) -> Reading:
    """Read `text`, `LIMIT` characters of it at most, on the day `today`."""
    cleaned = _AND.sub(
        "", _MONTH.sub("tháng", _DRAWN_OUT.sub(r"\1\2", clean(html.unescape(_shortened(text)))))
    )
    said_dates = (date for date in find_dates(cleaned, today) if _meant(cleaned, date))
    dates = tuple(date for date in said_dates if not _in_a_name(handbook, cleaned, date))
    language = language_of(handbook, cleaned)
    spelt = tuple(spell_out(handbook, _pieces(cleaned, dates), language))
    general = [f for f in GENERAL.find(spelt) if not is_misread(handbook, spelt, f)]
    found = longest([*general, *handbook.phrases.find(spelt)], weak=("subject:", "filler"))
    found = [f for f in found if not only_looks_small(handbook, spelt, f)]
    found += small_words(handbook, spelt, found)
    idle = {
        p for f in general if f.label == "filler" and f.length > 1 for p in range(f.start, f.end)
    }
    return Reading(cleaned, spelt, dates, tuple(found), frozenset(idle), language)


def _meant(text: str, date: DateMatch) -> bool:
    """Bare "nay" is today at the beginning only: "bot nay" is this bot."""
    return date.text.lower() != "nay" or not text[: date.offset].strip()


def _in_a_name(handbook: Handbook, text: str, date: DateMatch) -> bool:
    """Whether the words are part of what the plan calls something: "mùa hè" of "Mùa hè xanh", or
    "Tết" of "cao điểm Tết".
    """
    before, after = words(text[: date.offset])[-1:], words(text[date.offset + date.length :])[:1]
    said = fold(date.text)
    if said in handbook.spans or any((said, each.folded) in handbook.dated for each in after):
        return True
    named = not any(c.isdigit() for c in said) and handbook.bare.issuperset(said.split())
    return named and any(w.folded in handbook.bare and w not in FILLER_SPELT for w in before)


def _shortened(text: str) -> str:
    if len(text) <= LIMIT:
        return text
    return f"{text[: LIMIT // 2]} {text[-LIMIT // 2 :]}"


def language_of(handbook: Handbook, text: str) -> Language:
    """English when the words between the names are English, Vietnamese in any doubt.

    A name of the plan may be Vietnamese all the same: "When is the (tôm thẻ) training?".
    """
    said = words(text)
    small = sum(each.folded in _ENGLISH for each in said)
    marked = [each for each in said if each.marked]
    if not small or (marked and small < _ENGLISH_SENTENCE):
        return "vi"
    if any(each.folded in _VIETNAMESE or each not in handbook.spelt for each in marked):
        return "vi"
    english = sum(each.folded in _ENGLISH or _foreign(handbook, each) for each in said)
    vietnamese = sum(each.folded in _VIETNAMESE for each in said)
    return "en" if english > vietnamese + len(marked) else "vi"


_ENGLISH_SENTENCE = 3
"""How many small words make an English sentence, whatever Vietnamese names it has."""


def _foreign(handbook: Handbook, each: Word) -> bool:
    """Whether a word cannot be a Vietnamese syllable, nor a name in the plan or shorthand."""
    if each.folded.isdigit() or each.folded in SHORTHAND or each in handbook.spelt:
        return False
    return len(each.folded) > 3 and not SYLLABLE.fullmatch(each.folded)  # noqa: PLR2004 - letters


def _pieces(text: str, dates: Sequence[DateMatch]) -> Iterator[Word]:
    """The words of `text`, with a gap where a date stood."""
    position = 0
    for date in dates:
        yield from words(_plain_signs(text[position : date.offset]))
        yield GAP
        position = date.offset + date.length
    yield from words(_plain_signs(text[position:]))


def _plain_signs(text: str) -> str:
    """The text without markup and possessives, and with stars in words."""
    text = _POSSESSIVE.sub(" ", _TAG.sub(" ", text))
    text = _LETTERS_AND_FIGURES.sub(r"\1 \2", _STARS.sub(" sao", text))
    return _REPEATED.sub(r"\1", text)
