"""Which facts of an activity tell what was asked: a number, a place to send to, an organiser."""

import re
from itertools import pairwise

from campaign.language.text import fold
from campaign.language.words import Word, word, words
from campaign.plan.changes import NewFact
from campaign.plan.model import Fact
from campaign.talk.case import Case, facts_of
from campaign.talk.entries import Entry
from campaign.talk.evidence import meanings
from campaign.talk.lexicon.attributes import TOLD_BY
from campaign.talk.lexicon.phrases import FILLER_WORDS
from campaign.talk.questions import Intent

NARROWED = {Intent.CONTENT: 1.2, Intent.CARD: 0.75, Intent.DETAIL: 0.5}
"""How well a fact must fit to be the answer instead of a whole side of the activity."""

_ALL_GROUPS = ("content", "participants", "lead_note", "place", "title")
_SENDING = frozenset("gui nop submit submitted send sent".split())
_NUMBERS = frozenset("mot hai ba bon nam sau bay tam chin muoi one two three four five six".split())
_YEARS = 1900
_HOUR = re.compile(r"\b\d{1,2}\s?(?:h|giờ|g(?=\d))|\b(?:sáng|chiều|tối)\b", re.IGNORECASE)
_HELD_BY = re.compile(r"\bdo\b.+\bto chuc\b|\bdon vi to chuc\b|\bai to chuc\b")
FIGURE = re.compile(r"(?<![\d/])(?!(?:19|20)\d\d(?!\d))\d[\d.,]*(?![\d/])")
MONEY = frozenset({"amount", "fee", "prize"})
MONEY_SAID = re.compile(r"\d[\d.,]*\s*(?:triệu|tỷ|tỉ|nghìn|đồng)", re.IGNORECASE)
_PERSONS = frozenset("doan dai hoc hoi van em nong giam can thanh chi thanh chien".split())
"""How those begin that are counted as people: đoàn viên, đại biểu, học viên, vận động viên."""
_SENT_TO = re.compile(
    r"\b(?:gui|nop)\b.*\b(?:ve|cho|toi|den|tai|qua)\b"
    r"|\bnhan (?:bai|ho so|dang ky|tac pham)\b.*\b(?:qua|tai|ve)\b"
)


def telling_facts(case: Case, intent: Intent, number: int) -> tuple[Fact, ...]:
    """The facts of the activity that answer by themselves; none where a whole side does."""
    if intent not in NARROWED or "why" in case.facets or "purpose" in case.subjects:
        return ()
    if "organiser" in case.facets:
        return organisers(case, number)
    if intent is Intent.DETAIL and asks_number(case):
        return number_facts(case, number)
    if intent is Intent.DETAIL and asks_where_to_send(case):
        entries = case.handbook.entries_of("content", activity=number)
        return tuple(entry.fact for entry in entries if _SENT_TO.search(fold(entry.fact.text)))
    if intent is Intent.CONTENT and (added := _added(case, number)):
        return added
    if intent is Intent.DETAIL and "theme" in case.subjects:
        return _themes(case, number)
    return _fitting(case, intent, number)


def _added(case: Case, number: int) -> tuple[Fact, ...]:
    """What staff added of what was asked for: a phone number, what the dossier contains."""
    entries = (entry for name in case.attributes for entry in _speaking(case, name, number))
    return tuple(dict.fromkeys(e.fact for e in entries if isinstance(e.fact, NewFact)))


def _themes(case: Case, number: int) -> tuple[Fact, ...]:
    """Facts that name the activity's own theme, or else its title where that does."""
    for group in ("content", "title"):
        entries = case.handbook.entries_of(group, activity=number)
        if found := [each.fact for each in entries if ("chu", "de") in each.pairs]:
            return tuple(found)
    return ()


def number_facts(case: Case, number: int) -> tuple[Fact, ...]:
    """The facts of the activity that give a number of what was asked for, or a number at all where
    the words fit.
    """
    if MONEY.intersection(case.attributes) and (told := money_facts(case, number)):
        return told
    entries = case.handbook.entries_of(activity=number)
    said = case.said.union(*(each for word in case.said for each in meanings(word)))
    said |= _PERSONS if "nguoi" in said else frozenset()
    if counted := tuple(entry.fact for entry in entries if counts(entry.fact, said)):
        return counted
    found = [m for m in case.activity_matches(number) if FIGURE.search(m.entry.fact.text)]
    return facts_of([match for match in found if match.score >= NARROWED[Intent.DETAIL]])


def money_facts(case: Case, number: int) -> tuple[Fact, ...]:
    """The facts of the activity that speak of an amount of money."""
    entries = case.handbook.entries_of(activity=number)
    return tuple(entry.fact for entry in entries if MONEY_SAID.search(entry.fact.text))


def _fitting(case: Case, intent: Intent, number: int) -> tuple[Fact, ...]:
    groups = ("content",) if intent is Intent.CONTENT else _ALL_GROUPS
    # Whoever asks for the history of an activity by another of its names asks not for that name.
    besides = case.called(number) if "history" in case.subjects else frozenset[str]()
    found = [m for m in case.activity_matches(number, besides) if m.entry.group in groups]
    if not found or found[0].score < NARROWED[intent]:
        return ()
    if "with_whom" in case.facets:
        found = [match for match in found if match.asked_by_name] or found
    return facts_of(found)


def organisers(case: Case, number: int) -> tuple[Fact, ...]:
    """Facts that say who holds an event: "do Liên minh HTX Việt Nam tổ chức"."""
    return tuple(
        entry.fact
        for entry in case.handbook.entries_of("content", activity=number)
        if _HELD_BY.search(fold(f"{entry.fact.text} {' '.join(entry.fact.keywords)}"))
    )


def asks_number(case: Case) -> bool:
    """Whether a number of something was asked for, and not a year."""
    years = "history" in case.subjects and "may nam" in case.sentence
    counts = "how_many" in case.facets or "bao nhieu" in case.sentence or years
    counts = counts or "headcount" in case.attributes
    return counts and "nam bao nhieu" not in case.sentence


def asks_where_to_send(case: Case) -> bool:
    """Whether a dossier is to be sent somewhere, or to somebody."""
    if "recipients" in case.subjects:
        return True
    return bool(case.facets & {"where", "who", "participants"} and _SENDING & case.said)


def counts(fact: Fact, said: frozenset[str]) -> bool:
    """Whether the fact gives a number of what was asked for: "2 đoàn", "từ 3 sao"."""
    told = [each.folded for text in (fact.text, fact.text_en or "") for each in words(text)]
    return any(_is_count(number) and what in said for number, what in pairwise(told))


def _is_count(word: str) -> bool:
    return word in _NUMBERS or (word.isdigit() and int(word) < _YEARS)


def unspoken_attribute(case: Case, number: int) -> str:
    """The attribute that was asked for and that no fact of the activity speaks of, if any."""
    for name in case.attributes:
        if not _spoken_of(case, name, number) and not _at_the_place(case, name, number):
            return name
    return ""


def _at_the_place(case: Case, attribute: str, number: int) -> bool:
    """The place that the plan names answers best, though it does not name the room."""
    asked = attribute in ("room", "address") and "where" in case.facets
    return asked and case.activity(number).place is not None


def _spoken_of(case: Case, attribute: str, number: int) -> bool:
    if attribute == "hour" and any(_HOUR.search(t.text) for t in case.activity(number).times):
        return True
    if attribute == "headcount" and number_facts(case, number):
        return True
    if attribute in MONEY and money_facts(case, number):
        return True
    return bool(_speaking(case, attribute, number))


def _speaking(case: Case, attribute: str, number: int) -> list[Entry]:
    """The facts of the activity that speak of the attribute."""
    entries = case.handbook.entries_of("content", activity=number)
    return [entry for entry in entries if speaks_of(case, attribute, entry)]


def speaks_of(case: Case, attribute: str, entry: Entry) -> bool:
    """Whether a fact speaks of an attribute by the words with which it was asked for."""
    if told_by := TOLD_BY.get(attribute):
        return any(entry.has(fold(each), word(each)) for each in told_by)
    for found in case.reading.spans("attribute"):
        if found.label == f"attribute:{attribute}":
            said = case.reading.words[found.start : found.end]
            asked = [word for word in said if word.folded not in FILLER_WORDS]
            if asked and _has_all(entry, asked):
                return True
    return False


def _has_all(entry: Entry, asked: list[Word]) -> bool:
    neighbours = pairwise(word.folded for word in asked)
    return all(entry.has(word.folded, word) for word in asked) and all(
        pair in entry.pairs for pair in neighbours
    )
