"""What was read, each with the line that it stands on."""

import datetime
from dataclasses import dataclass, field

from campaign.plan.model import Time


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, the line it begins on, and its section in the document."""

    text: str
    line: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time, the line it stands on, and the words there that say it."""

    time: Time
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Doing:
    """An activity. `no` as printed, empty where it has none; `section` as "III.2" or "Phụ lục";
    `group` is the heading that it stands under, with others.
    """

    no: str
    section: str
    title: Said
    group: str = ""
    times: tuple[When, ...] = ()
    place: Said | None = None
    participants: Said | None = None
    lead: tuple[str, ...] = ()
    lead_label: str = ""
    lead_line: int = 0
    coordinating: tuple[str, ...] = ()
    content: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the document. `title` is without the words "Kế hoạch"."""

    issuer: Said | None = None
    number: Said | None = None
    place: str = ""
    date: datetime.date | None = None
    date_line: int = 0
    title: Said | None = None
    end: int = 0
    """How many lines of the document belong to it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of the document: who signed, and who gets it. `start` is its first line."""

    signer: Said | None = None
    role: str = ""
    recipients: tuple[Said, ...] = ()
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """When the campaign runs, and its peak."""

    text: Said
    start: datetime.date
    end: datetime.date
    peak: Time | None = None


@dataclass(frozen=True, slots=True)
class Sections:
    """What the plan says beside its activities."""

    theme: Said | None = None
    slogans: tuple[Said, ...] = ()
    period: Span | None = None
    purposes: tuple[Said, ...] = ()
    requirements: tuple[Said, ...] = ()
    bases: tuple[Said, ...] = ()
    budget: tuple[Said, ...] = ()
    organisation: tuple[Said, ...] = ()
    places: tuple[Said, ...] = field(default=())
