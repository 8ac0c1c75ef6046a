"""Who is in charge where only the closing section says so: "Văn phòng: chủ trì Lễ phát động, …"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from campaign.language.patterns import phrase
from campaign.language.text import fold
from campaign.reader.findings import Doing, Said
from campaign.reader.stops import sentences
from campaign.reader.units import task_of, together, units

_UNIT_WORDS = 14
_FEWEST = 2
"""A single word names no activity."""
_CLAUSE = re.compile(r";\s*")
_LEADS = re.compile(
    phrase(
        r"^(?:là |làm )?(?:đơn vị |cơ quan )?(?:đầu mối,? ?)?(?:chủ trì|phụ trách|chịu trách nhiệm|đảm nhiệm|tham mưu|tổ chức|thực hiện|triển khai|chuẩn bị)(?!\w)"
    )
)
_HELPS = re.compile(phrase(r"^(?:tham gia )?(?:phối hợp|hỗ trợ)(?!\w)"))
_WITH = re.compile(
    phrase(r"^,? ?phối hợp (?:với |cùng )(?P<who>.{3,80}?) (?=tổ chức|thực hiện|triển khai)")
)
_HELPER = re.compile(
    r"^(?P<who>[^\W\d_][^,;:]{3,60}?)\s+(?:tham gia\s+)?phối hợp(?!\s+với)(?P<rest>.*)$"
)
_CHARGES = re.compile(
    phrase(r"chủ trì|phụ trách|chịu trách nhiệm|đảm nhiệm|tham mưu|^giao |^phân công ")
)
_WORK = re.compile(phrase(r" (?:tổ chức|thực hiện|triển khai|chuẩn bị) "))
_GROUP = re.compile(r"(?:nhóm|phần|mục)\s+(?P<mark>[A-HĐ]|[IVX]+(?:\.\d+)*)(?![\w.])")
_PART = re.compile(r",\s+|\s+(?:và|cùng)\s+")
_IDLE = frozenset(
    "cac nhung toan bo hoat dong noi dung to chuc thuc hien cong tac cua viec".split()
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Duty:
    """That `who` has to do with what `what` names, at the head of it where `leads`."""

    who: tuple[str, ...]
    what: str
    leads: bool


def with_duties(doings: Sequence[Doing], closing: Iterable[Said]) -> list[Doing]:
    """Return `doings`, those without a leading unit with the ones that `closing` names for them."""
    duties = [(duty, _meant(duty.what, doings)) for said in closing for duty in _duties(said.text)]
    return [
        doing if doing.lead else _charged(doing, [d for d, meant in duties if n in meant])
        for n, doing in enumerate(doings)
    ]


def _charged(doing: Doing, duties: Sequence[_Duty]) -> Doing:
    lead = together(duty.who for duty in duties if duty.leads)
    helping = together([doing.coordinating, *(duty.who for duty in duties if not duty.leads)])
    if not lead:
        return doing
    return replace(doing, lead=lead, coordinating=tuple(u for u in helping if u not in lead))


def _duties(text: str) -> Iterator[_Duty]:
    head, colon, tasks = text.partition(": ")
    who = units(head) if colon and len(head.split()) <= _UNIT_WORDS else ()
    for sentence in sentences(tasks if who else text):
        if who:
            for clause in _CLAUSE.split(sentence):
                yield from _of_clause(who, clause.strip())
        elif _CHARGES.search(sentence.lower()) and (given := task_of(sentence)):
            yield _Duty(given[0], given[2], leads=True)
            yield _Duty(given[1], given[2], leads=False)


def _of_clause(who: tuple[str, ...], clause: str) -> Iterator[_Duty]:
    lowered = clause.lower()
    if leads := _LEADS.match(lowered):
        rest = clause[leads.end() :]
        if joint := _WITH.match(rest.lower()):
            yield _Duty(units(rest[joint.start("who") : joint.end("who")]), rest, leads=False)
        yield _Duty(who, rest, leads=True)
    elif helps := _HELPS.match(lowered):
        yield _Duty(who, _task(clause[helps.end() :]), leads=False)
    elif (helper := _HELPER.match(clause)) and units(helper["who"]):
        yield _Duty(units(helper["who"]), _task(helper["rest"]), leads=False)


def _task(clause: str) -> str:
    """What is done together: "với Văn phòng tổ chức Lễ phát động"."""
    work = _WORK.search(clause.lower())
    return clause[work.end() :] if work else clause


def _meant(what: str, doings: Sequence[Doing]) -> set[int]:
    """The places of the activities that the words name: one by one, or as a whole group."""
    found: set[int] = set()
    for group in _GROUP.finditer(what):
        mark = group["mark"]
        found |= {n for n, doing in enumerate(doings) if f".{mark}." in f".{doing.section}."}
    titles = [_words(doing.title.text) for doing in doings]
    for part in [*_PART.split(what), what]:
        said = _said(part)
        alike = {
            n for n, title in enumerate(titles) if len(said) >= _FEWEST and _within(said, title)
        }
        if len(alike) == 1:
            found |= alike
    whole = f" {' '.join(_words(what))} "
    return found | {
        n
        for n, title in enumerate(titles)
        if len(title) > _FEWEST and f" {' '.join(title)} " in whole
    }


def _said(part: str) -> list[str]:
    """The words that name something, without those of work before it."""
    words = _words(part)
    while words and words[0] in _IDLE:
        words = words[1:]
    return words


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _within(said: Sequence[str], title: Sequence[str]) -> bool:
    """Whether the title has all words that were said, in their order."""
    rest = iter(title)
    return all(word in rest for word in said)
