"""What both plans promise to those who ask them: sections, English, names that mean one thing."""

import re
import unicodedata
from collections import Counter

import pytest
from pydantic import BaseModel

from campaign.language.text import fold
from campaign.plan.model import Activity, Plan, Time, Unit
from tests.campaign.plan.plans import IDS, load, models, written

SECTION = re.compile(r"(I|II|III|IV|V)(\.\d{1,2})?|Căn cứ|Nơi nhận|Phần ký")
ENGLISH = {"text": "text_en", "name": "name_en", "role": "role_en", "scope": "scope_en"}
ACTIVITIES = {"nam-dinh-2024": 12, "hai-duong-2024": 5}

each_plan = pytest.mark.parametrize("campaign", IDS)


@each_plan
def test_a_plan_loads_under_its_own_id(campaign: str) -> None:
    plan = load(campaign)
    assert plan.id == campaign
    assert len(plan.activities) == ACTIVITIES[campaign]


@each_plan
def test_every_statement_names_a_section(campaign: str) -> None:
    for path, model in models(load(campaign)):
        if "section" in type(model).model_fields:
            assert SECTION.fullmatch(dict(model)["section"] or ""), path


@each_plan
def test_statements_of_an_activity_name_its_own_section(campaign: str) -> None:
    for activity in load(campaign).activities:
        for path, model in models(activity):
            assert dict(model).get("section", activity.section) == activity.section, path


@each_plan
def test_everything_can_be_answered_in_english(campaign: str) -> None:
    plan = load(campaign)
    assert plan.title_en
    assert plan.issuer_en
    for path, model in models(plan):
        for name in _untranslated(model):
            pytest.fail(f"{path} has no {name}")


def _untranslated(model: BaseModel) -> list[str]:
    fields = type(model).model_fields
    return [
        english
        for vietnamese, english in ENGLISH.items()
        if english in fields and getattr(model, vietnamese) and not getattr(model, english)
    ]


@each_plan
def test_everything_is_nfc(campaign: str) -> None:
    text = written(campaign)
    assert unicodedata.is_normalized("NFC", text)


@each_plan
def test_every_unit_at_work_is_in_the_glossary(campaign: str) -> None:
    plan = load(campaign)
    at_work = {name for a in plan.activities for name in (*a.lead, *a.coordinating)}
    assert at_work <= {unit.name for unit in plan.units}


@each_plan
def test_no_name_means_two_activities_or_two_units(campaign: str) -> None:
    plan = load(campaign)
    for named in (plan.activities, plan.units):
        assert _shared_names(named) == []


def _shared_names(named: tuple[Activity, ...] | tuple[Unit, ...]) -> list[str]:
    said = Counter(name for one in named for name in {fold(n) for n in (one.name, *one.aliases)})
    return [name for name, times in said.items() if times > 1]


@each_plan
def test_the_name_of_an_activity_holds_no_day(campaign: str) -> None:
    for activity in load(campaign).activities:
        assert not re.search(r"\d+/\d+", activity.name)


@each_plan
def test_a_time_that_names_days_gives_them(campaign: str) -> None:
    for path, model in models(load(campaign)):
        if isinstance(model, Time):
            assert (model.kind == "conditional") == (model.start is None and model.end is None), (
                path
            )


def test_activities_without_time_or_place_stay_without() -> None:
    nam_dinh, hai_duong = map(load, IDS)
    assert [a.no for a in nam_dinh.activities if not a.times] == [7, 11]
    assert [a.no for a in nam_dinh.activities if a.place] == [1, 2, 3, 5, 10]
    assert [a.no for a in hai_duong.activities if a.place] == []
    assert hai_duong.period is None


def test_the_two_dossier_deadlines_are_marked() -> None:
    nam_dinh, hai_duong = map(load, IDS)
    assert [a.no for a in nam_dinh.activities if a.submits] == [8, 9]
    assert [a.no for a in hai_duong.activities if a.submits] == []


def test_each_plan_has_its_own_award() -> None:
    nam_dinh, hai_duong = map(load, IDS)
    assert _awards(nam_dinh) == ["CoopGold Awards"]
    assert _awards(hai_duong) == ["CoopStar Awards"]


def _awards(plan: Plan) -> list[str]:
    return [activity.award for activity in plan.activities if activity.award]


@pytest.mark.parametrize(
    ("campaign", "foreign"),
    [
        ("nam-dinh-2024", ["CoopStar", "Coop Star", "Hải Dương", "Hai Duong", "Trần Văn Quân"]),
        ("hai-duong-2024", ["CoopGold", "Coop Gold", "Nam Định", "Nam Dinh", "Trần Anh Dũng"]),
        ("hai-duong-2024", ["Agriterra", "Thương hiệu quốc gia", "OCOP", "Phong trào HTX"]),
        ("hai-duong-2024", ["1946", "1964", "2024-03-15", "2024-03-28", "2024-03-29"]),
    ],
)
def test_no_plan_borrows_from_the_other(campaign: str, foreign: list[str]) -> None:
    text = written(campaign).casefold()
    assert [name for name in foreign if name.casefold() in text] == []


def test_the_letters_are_dated_where_the_plan_dates_them() -> None:
    nam_dinh, hai_duong = map(load, IDS)
    letters = [fact.text for fact in nam_dinh.history if "bức thư" in fact.text]
    assert len(letters) == 1
    assert "11/4/1946" in letters[0]
    assert "11/4/1964" in letters[0]
    assert [(a.month, a.day, a.since, a.years) for a in nam_dinh.anniversaries] == [
        (4, 11, 1946, 78)
    ]
    assert [(a.month, a.day, a.since, a.years) for a in hai_duong.anniversaries] == [
        (4, 11, None, 78)
    ]
