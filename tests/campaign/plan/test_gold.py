"""Both plans say what a person read in the documents: the same numbers, times, units and names."""

import datetime as dt
from typing import Any

import pytest

from campaign.plan.model import Activity, Plan, Time
from tests.campaign.plan.plans import IDS, gold, load, needs_documents, words

pytestmark = [needs_documents, pytest.mark.parametrize("campaign", IDS)]


def test_the_letterhead_is_the_documents(campaign: str) -> None:
    plan, seen = load(campaign), gold(campaign)
    assert words(plan.title) == words(seen["title"])
    assert words(plan.issuer) == words(seen["issuer"])
    assert plan.number == seen["number"]
    assert _iso(plan.date) == seen["date"]
    assert plan.signer is not None
    assert plan.signer.name == seen["signer"]


def test_theme_and_slogans_stand_as_printed(campaign: str) -> None:
    plan, seen = load(campaign), gold(campaign)
    assert plan.theme is not None
    assert plan.theme.text == seen["theme"]
    assert [slogan.text for slogan in plan.slogans] == [s.rstrip(".") for s in seen["slogans"]]


def test_period_and_peak_are_the_documents_or_absent(campaign: str) -> None:
    plan, seen = load(campaign), gold(campaign)["period"]
    if seen is None:
        assert plan.period is None
        return
    assert plan.period is not None
    assert plan.period.peak is not None
    assert _days(plan.period) == (seen["start"], seen["end"])
    assert _days(plan.period.peak) == (seen["peak"]["start"], seen["peak"]["end"])
    assert words(plan.period.text) == words(seen["text"])


def test_activities_keep_their_numbers_sections_and_titles(campaign: str) -> None:
    plan, seen = load(campaign), gold(campaign)["activities"]
    assert [(a.no, a.section, words(a.title)) for a in plan.activities] == [
        (int(a["no"]), f"III.{a['no']}", words(a["title"])) for a in seen
    ]


def test_times_are_exactly_as_imprecise_as_the_documents(campaign: str) -> None:
    for activity, seen in _pairs(campaign):
        assert [_time(time) for time in activity.times] == [
            _gold_time(time) for time in seen["times"]
        ], activity.no


def test_times_are_worded_as_the_documents_word_them(campaign: str) -> None:
    for activity, seen in _pairs(campaign):
        for time, seen_time in zip(activity.times, seen["times"], strict=True):
            assert _within(words(seen_time["text"]), words(time.text)), activity.no


def test_places_are_given_where_the_documents_give_one(campaign: str) -> None:
    for activity, seen in _pairs(campaign):
        assert (activity.place is None) == (seen["place"] is None), activity.no


def test_units_lead_and_coordinate_as_the_documents_say(campaign: str) -> None:
    plan = load(campaign)
    for activity, seen in _pairs(campaign):
        assert _units(plan, activity.lead) == _units(plan, seen["lead"]), activity.no
        assert _units(plan, activity.coordinating) == _units(plan, seen["coordinating"])


def test_every_dated_document_is_a_basis(campaign: str) -> None:
    seen = gold(campaign)
    dates = [*seen["other_dates"]]
    for activity in seen["activities"]:
        dates += activity.get("other_dates", [])
    named = {date["date"] for date in dates if date["role"] == "document-date"}
    assert named <= {_iso(basis.date) for basis in load(campaign).bases}


def _pairs(campaign: str) -> list[tuple[Activity, dict[str, Any]]]:
    return list(zip(load(campaign).activities, gold(campaign)["activities"], strict=True))


def _time(time: Time) -> tuple[object, ...]:
    return time.kind, *_days(time), time.peak, time.tentative


def _gold_time(seen: dict[str, Any]) -> tuple[object, ...]:
    """The gold calls an expected time "tentative" and tells its kind apart, as its shape."""
    kind = seen["shape"] if seen["kind"] == "tentative" else seen["kind"]
    return kind, seen["start"], seen["end"], seen["peak"], seen["tentative"]


def _days(spanning: Any) -> tuple[str | None, str | None]:
    return _iso(spanning.start), _iso(spanning.end)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _units(plan: Plan, names: tuple[str, ...] | list[str]) -> list[str]:
    """Return the glossary's names for `names`: "Phòng phong trào" is the "Phòng Phong trào HTX"."""
    known = {_bare(said): unit.name for unit in plan.units for said in (unit.name, *unit.aliases)}
    return [known[_bare(name)] for name in names]


def _bare(name: str) -> str:
    return " ".join(words(name)).removeprefix("các ")


def _within(inner: list[str], outer: list[str]) -> bool:
    return f" {' '.join(inner)} " in f" {' '.join(outer)} "
