"""The shape of a plan: every fact with the section of the document that it comes from."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Day = datetime.date

TimeKind = Literal["on", "range", "deadline", "all-year", "ongoing", "recurring", "conditional"]
NonEmpty = Annotated[str, Field(min_length=1)]
CampaignId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
"""Short and plain, so that it fits a Telegram deep link and a button's 64 bytes."""

_LEAP_YEAR = 2024


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(_Model):
    """One statement of the plan: `text` in Vietnamese, `text_en` where somebody translated it.

    `keywords` are further words that people use when they ask for it.
    """

    text: NonEmpty
    text_en: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()


class Basis(Fact):
    """A document that the plan rests on. `text` names it in full; `number` as printed on it."""

    number: str | None = None
    date: Day | None = None
    issuer: str | None = None


class Person(_Model):
    """Somebody whom the plan names, with the office it gives them."""

    name: NonEmpty
    role: NonEmpty
    role_en: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()


class Unit(_Model):
    """A unit that the plan gives work to, under the name used in `lead` and `coordinating`."""

    name: NonEmpty
    name_en: str | None = None
    aliases: tuple[str, ...] = ()


class Anniversary(_Model):
    """A day that returns every year, such as 11/4, the day of Vietnam's cooperatives."""

    name: NonEmpty
    name_en: str | None = None
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    since: int | None = None
    years: int | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _exists(self) -> "Anniversary":
        try:
            Day(_LEAP_YEAR, self.month, self.day)
        except ValueError:
            raise ValueError(f"no year has a day {self.day}/{self.month}") from None
        return self


class Time(_Model):
    """When something takes place, exactly as imprecise as the plan has it.

    `text` is the plan's wording; `start` and `end` are both inclusive and may be open. For a
    deadline "trước 15/3", `end` is 14/3, the last safe day. `scope` says which part of the
    activity it is about, where the activity has several times.
    """

    text: NonEmpty
    text_en: str | None = None
    kind: TimeKind
    start: Day | None = None
    end: Day | None = None
    peak: bool = False
    tentative: bool = False
    scope: str | None = None
    scope_en: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Time":
        _check_order(self.start, self.end)
        if self.kind == "deadline" and self.end is None:
            raise ValueError("a deadline needs its last safe day in end")
        return self


class Period(_Model):
    """When the campaign runs, and its peak where the plan names one."""

    text: NonEmpty
    text_en: str | None = None
    section: str | None = None
    start: Day
    end: Day
    peak: Time | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        _check_order(self.start, self.end)
        return self


class Activity(_Model):
    """One activity. `name` is short, `title` official; `content` says what is done.

    `submits` marks an activity for which cooperatives hand in a dossier. `formerly` are titles that
    it had before: what people entered for it under those is still its own.
    """

    no: Annotated[int, Field(ge=1)]
    section: NonEmpty
    name: NonEmpty
    name_en: str | None = None
    title: NonEmpty
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    times: tuple[Time, ...] = ()
    place: Fact | None = None
    participants: Fact | None = None
    lead: tuple[str, ...] = ()
    lead_label: str = "Đơn vị chủ trì"
    lead_note: Fact | None = None
    coordinating: tuple[str, ...] = ()
    content: tuple[Fact, ...] = ()
    award: str | None = None
    submits: bool = False


class Plan(_Model):
    """One campaign of one alliance. `id` is the stem of its file."""

    id: CampaignId
    title: NonEmpty
    title_en: str | None = None
    issuer: NonEmpty
    issuer_en: str | None = None
    province: str | None = None
    year: Annotated[int, Field(ge=2000, le=2100)]
    number: str | None = None
    date: Day | None = None
    signer: Person | None = None
    theme: Fact | None = None
    period: Period | None = None
    slogans: tuple[Fact, ...] = ()
    purposes: tuple[Fact, ...] = ()
    requirements: tuple[Fact, ...] = ()
    bases: tuple[Basis, ...] = ()
    history: tuple[Fact, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    budget: tuple[Fact, ...] = ()
    organisation: tuple[Fact, ...] = ()
    recipients: tuple[Fact, ...] = ()
    channels: tuple[Fact, ...] = ()
    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _numbered_once(self) -> "Plan":
        if repeated := repeated_numbers(activity.no for activity in self.activities):
            raise ValueError(repeated)
        return self


def repeated_numbers(numbers: Iterable[int]) -> str:
    """Return a sentence that names the activity numbers given twice; empty when there are none."""
    twice = [str(no) for no, times in sorted(Counter(numbers).items()) if times > 1]
    return f"several activities have the same no: {', '.join(twice)}" if twice else ""


def _check_order(start: Day | None, end: Day | None) -> None:
    if start and end and start > end:
        raise ValueError(f"start ({start}) must not be after end ({end})")
