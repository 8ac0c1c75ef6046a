"""What was read becomes a plan that can be asked."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from campaign.language.dates import find_dates
from campaign.language.text import fold
from campaign.plan.model import (
    Activity,
    Anniversary,
    Fact,
    Period,
    Person,
    Plan,
    Time,
    Unit,
)
from campaign.reader.anniversaries import anniversaries_in
from campaign.reader.bases import bases
from campaign.reader.ending import addressee
from campaign.reader.findings import Doing, Said
from campaign.reader.names import aliases, awards, short_name
from campaign.reader.reading import Reading

_SUBMITS = re.compile(
    r"\b(?:nop|gui|lap|hoan thien)\b.{0,40}\b(?:ho so|bai du thi|tac pham|dang ky)\b|\bho so\b.{0,40}\b(?:dang ky|tham du|du thi)\b"
)
_DUE = {
    "bao cao": (
        "báo cáo",
        "gửi báo cáo",
        "nộp báo cáo",
        "báo cáo kết quả",
        "hạn báo cáo",
        "báo cáo kết quả thực hiện",
    ),
    "dang ky": ("đăng ký", "đăng ký tham gia", "hạn đăng ký"),
}
"""What a task with a day is asked for as, by the words that it has."""
_PAST = re.compile(
    r"bức thư|(?:bài viết|bài nói chuyện|tư tưởng) của (?:Chủ tịch|Bác)|[Qq]uá trình hình thành"
    r"|[Ll]ịch sử (?:hình thành|ra đời)|[Ss]ự ra đời"
)
_ANY_DAY = datetime.date(2000, 1, 1)
_UNTITLED = "Kế hoạch"
_UNKNOWN_ISSUER = "Cơ quan ban hành"
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def plan_of(reading: Reading, campaign: str) -> Plan:
    """Return the plan that `reading` found, as the campaign `campaign`.

    Raises ValueError where it has no activity, since a campaign needs one.
    """
    head, sections = reading.letterhead, reading.sections
    numbers = _numbers(reading.activities)
    names = _names(reading.activities)
    others = _own_aliases(reading.activities)
    return Plan(
        id=campaign,
        title=head.title.text if head.title else _UNTITLED,
        issuer=head.issuer.text if head.issuer else _UNKNOWN_ISSUER,
        province=reading.province,
        year=min(max(reading.year, _FIRST_YEAR), _LAST_YEAR),
        number=head.number.text if head.number else None,
        date=head.date,
        signer=_signer(reading),
        theme=_fact(sections.theme),
        period=_period(reading),
        slogans=_facts(sections.slogans),
        purposes=_facts(sections.purposes),
        requirements=_facts(sections.requirements),
        bases=tuple(each for said in sections.bases for each in bases(said)),
        anniversaries=tuple(_anniversaries(reading)),
        budget=_facts(sections.budget),
        organisation=tuple(map(_task, _facts(sections.organisation))),
        recipients=_facts(reading.ending.recipients),
        people=tuple(_people(reading)),
        history=tuple(_history(reading)),
        units=tuple(_units(reading)),
        activities=tuple(
            _activity(doing, number, name, own)
            for doing, number, name, own in zip(
                reading.activities, numbers, names, others, strict=True
            )
        ),
    )


def _numbers(doings: Sequence[Doing]) -> list[int]:
    """The printed numbers, where each activity has its own; else their order."""
    printed = [int(doing.no) for doing in doings if doing.no.isdigit() and int(doing.no) > 0]
    if len(set(printed)) == len(doings):
        return printed
    return list(range(1, len(doings) + 1))


def _names(doings: Sequence[Doing]) -> list[str]:
    """Short names, of which no two are alike: those that would be are told in full."""
    short = [short_name(doing.title.text) for doing in doings]
    counted = Counter(map(fold, short))
    long = [
        name if counted[fold(name)] == 1 else doing.title.text.strip(" .;:")
        for name, doing in zip(short, doings, strict=True)
    ]
    again = Counter(map(fold, long))
    return [
        name if again[fold(name)] == 1 else _in_its_group(name, doing)
        for name, doing in zip(long, doings, strict=True)
    ]


def _in_its_group(name: str, doing: Doing) -> str:
    """A name that others have as well, with the heading that it stands under."""
    return f"{short_name(doing.group)}: {name}" if doing.group else f"{name} ({doing.section})"


def _own_aliases(doings: Sequence[Doing]) -> list[tuple[str, ...]]:
    """What else each activity is called, but not as several are: "Hội thi"."""
    found = [aliases(doing.title.text.strip(" ;:")) for doing in doings]
    counted = Counter(alias for each in found for alias in {fold(alias) for alias in each})
    return [tuple(alias for alias in each if counted[fold(alias)] == 1) for each in found]


def _activity(doing: Doing, number: int, name: str, other: tuple[str, ...]) -> Activity:
    content = _facts(doing.content)
    said = " ".join([doing.title.text, *(fact.text for fact in content)])
    label = {"lead_label": doing.lead_label} if doing.lead_label and doing.lead else {}
    title = doing.title.text.strip(" ;:")
    return Activity(
        no=number,
        section=doing.section or str(number),
        name=name,
        title=title,
        aliases=other,
        times=tuple(dict.fromkeys(when.time for when in doing.times)),
        place=_fact(doing.place),
        participants=_fact(doing.participants),
        lead=doing.lead,
        coordinating=doing.coordinating,
        content=content,
        award=next(awards(said), None),
        submits=bool(_SUBMITS.search(fold(said))),
        **label,
    )


def _signer(reading: Reading) -> Person | None:
    signer = reading.ending.signer
    if signer is None:
        return None
    return Person(name=signer.text, role=reading.ending.role or "Người ký", section="Phần ký")


def _history(reading: Reading) -> Iterator[Fact]:
    """What activities tell of the past: "hai bức thư của Chủ tịch Hồ Chí Minh"."""
    told = _facts(said for doing in reading.activities for said in doing.content)
    return (fact for fact in told if _PAST.search(fact.text))


def _people(reading: Reading) -> Iterator[Person]:
    for said in reading.ending.recipients:
        if found := addressee(said.text):
            yield Person(name=found[0], role=found[1], section=said.section)


def _period(reading: Reading) -> Period | None:
    span = reading.sections.period
    if span is None or span.start > span.end:
        return None
    peak: Time | None = span.peak
    return Period(
        text=span.text.text,
        section=span.text.section or None,
        start=span.start,
        end=span.end,
        peak=peak,
    )


def _anniversaries(reading: Reading) -> Iterator[Anniversary]:
    head = [reading.letterhead.title] if reading.letterhead.title else []
    texts = [*head, *reading.sections.bases, *reading.sections.purposes]
    texts += [each.title for each in reading.activities]
    texts += [said for each in reading.activities for said in each.content]
    yield from anniversaries_in(texts)


def _units(reading: Reading) -> Iterator[Unit]:
    named = dict.fromkeys(n for d in reading.activities for n in (*d.lead, *d.coordinating))
    for name in named:
        yield Unit(
            name=name, aliases=tuple(a for a in reading.acronyms.get(fold(name), ()) if a != name)
        )


def _fact(said: Said | None) -> Fact | None:
    text = said.text.strip().removesuffix("./.").strip() if said else ""
    return Fact(text=text, section=said.section or None) if said and text else None


def _task(fact: Fact) -> Fact:
    """A report, or a registration, that is due on a day is asked for as such."""
    if not any(d.valid and d.grain != "year" for d in find_dates(fact.text, _ANY_DAY)):
        return fact
    said = fold(fact.text)
    keywords = [word for what, words in _DUE.items() if what in said for word in words]
    return fact.model_copy(update={"keywords": tuple(keywords)})


def _facts(statements: Iterable[Said]) -> tuple[Fact, ...]:
    return tuple(fact for said in statements if (fact := _fact(said)))
