"""A plan file that cannot be used says where, and what was expected, all of it at once."""

import pytest

from campaign.plan.model import Plan
from campaign.plan.toml import PlanError, parse_plan

SMALLEST = """
title = "Kế hoạch"
issuer = "Liên minh"
year = 2024

[[activities]]
no = 1
section = "III.1"
name = "Lễ phát động"
title = "Tổ chức Lễ phát động"
"""
ANOTHER = SMALLEST[SMALLEST.index("[[activities]]") :].replace("no = 1", "no = {no}")


def read(text: str, campaign: str = "toy") -> Plan:
    return parse_plan(text, id=campaign, source="toy.toml")


def problems(text: str, campaign: str = "toy") -> list[str]:
    with pytest.raises(PlanError) as caught:
        read(text, campaign)
    assert str(caught.value) == "\n".join(caught.value.problems)
    assert all(problem.startswith("toy.toml: ") for problem in caught.value.problems)
    return [problem.removeprefix("toy.toml: ") for problem in caught.value.problems]


def test_five_things_make_a_plan() -> None:
    plan = read(SMALLEST)
    assert (plan.id, plan.year, plan.activities[0].name) == ("toy", 2024, "Lễ phát động")
    assert plan.activities[0].times == ()
    assert plan.units == ()


def test_a_unit_need_not_be_in_the_glossary() -> None:
    assert read(SMALLEST + 'lead = ["Văn phòng"]').activities[0].lead == ("Văn phòng",)


@pytest.mark.parametrize(
    "written",
    [
        SMALLEST.replace("Kế hoạch", "Ke\u0302\u0301 hoa\u0323ch"),
        SMALLEST.replace("Kế hoạch", "Ke\\u0302\\u0301 hoa\\u0323ch"),
        SMALLEST.replace("Kế hoạch", "Kế\u200b hoạch"),
        "\ufeff" + SMALLEST,
        SMALLEST.replace("\n", "\r\n"),
    ],
    ids=["decomposed", "decomposed by escapes", "zero-width space", "byte-order mark", "CRLF"],
)
def test_text_comes_out_in_one_normal_form(written: str) -> None:
    assert read(written).title == "Kế hoạch"


TIME = '\n[[activities.times]]\ntext = "ngày"\nkind = "{kind}"\n'
A_DATE = "expected a date such as 2024-03-15"
KINDS = "on, range, deadline, all-year, ongoing, recurring, conditional"
AN_ACTIVITY = "[[activities]] with no, section, name, title"

PROBLEMS = {
    "a date in words": (
        SMALLEST + TIME.format(kind="on") + 'start = "15/3/2024"',
        f'activities[0].times[0].start: {A_DATE}, found "15/3/2024"',
    ),
    "a date with an hour": (
        SMALLEST + TIME.format(kind="on") + "start = 2024-03-15T08:00:00",
        f"activities[0].times[0].start: {A_DATE}, found 2024-03-15 08:00:00",
    ),
    "a number for a date": (
        SMALLEST + TIME.format(kind="on") + "start = 20240315",
        f"activities[0].times[0].start: {A_DATE}, found 20240315",
    ),
    "start after end": (
        SMALLEST + TIME.format(kind="range") + "start = 2024-03-15\nend = 2024-03-14",
        "activities[0].times[0]: start (2024-03-15) must not be after end (2024-03-14)",
    ),
    "a period that ends before it starts": (
        'period = {text = "p", start = 2024-03-15, end = 2024-03-14}' + SMALLEST,
        "period: start (2024-03-15) must not be after end (2024-03-14)",
    ),
    "a deadline without its day": (
        SMALLEST + TIME.format(kind="deadline"),
        "activities[0].times[0]: a deadline needs its last safe day in end",
    ),
    "a kind of time that is none": (
        SMALLEST + TIME.format(kind="daily"),
        f'activities[0].times[0].kind: expected one of {KINDS}, found "daily"',
    ),
    "a missing key": (
        SMALLEST.replace('name = "Lễ phát động"', ""),
        'activities[0].name: missing; expected text in "quotes"',
    ),
    "an empty text": (
        SMALLEST.replace('"Liên minh"', '""'),
        "issuer: empty; expected text, or no such key at all",
    ),
    "a key with a slip": (
        SMALLEST + 'alias = ["lễ"]',
        "activities[0].alias: unknown key; did you mean aliases?",
    ),
    "a key from nowhere": (
        'theme = {text = "t", colour = "đỏ"}' + SMALLEST,
        "theme.colour: unknown key among text, text_en, section, keywords",
    ),
    "a key with a line break": (
        'theme = {text = "t", "a\\nb" = 1}' + SMALLEST,
        'theme."a\\nb": unknown key among text, text_en, section, keywords',
    ),
    "an id in the file": (
        'id = "toy"' + SMALLEST,
        "id: unknown key: a campaign is named after its file",
    ),
    "a year in quotes": (
        SMALLEST.replace("2024", '"2024"'),
        'year: expected a whole number, found "2024"',
    ),
    "a year with a digit too many": (
        SMALLEST.replace("2024", "20244"),
        "year: expected 2100 or less, found 20244",
    ),
    "an activity without a number": (
        SMALLEST.replace("no = 1", "no = 0"),
        "activities[0].no: expected 1 or more, found 0",
    ),
    "text for true or false": (
        SMALLEST + 'submits = "có"',
        'activities[0].submits: expected true or false, found "có"',
    ),
    "one name for a list of names": (
        SMALLEST + 'lead = "Văn phòng"',
        'activities[0].lead: expected a list of texts such as ["…", "…"], found "Văn phòng"',
    ),
    "a number in a list of names": (
        SMALLEST + 'lead = ["Văn phòng", 7]',
        'activities[0].lead[1]: expected text in "quotes", found 7',
    ),
    "text for a table": (
        'signer = "Chị A"' + SMALLEST,
        'signer: expected [signer] with name, role, found "Chị A"',
    ),
    "text for one of several tables": (
        'slogans = ["Tất cả"]' + SMALLEST,
        'slogans[0]: expected [[slogans]] with text, found "Tất cả"',
    ),
    "several tables for one": (
        'theme = [{text = "t"}, {text = "u"}]' + SMALLEST,
        "theme: expected [theme] with text, found a list",
    ),
    "no activity": (
        SMALLEST[: SMALLEST.index("[[")] + "activities = []",
        f"activities: expected {AN_ACTIVITY}, found an empty list",
    ),
    "a number used twice": (
        SMALLEST + ANOTHER.format(no=2) + ANOTHER.format(no=1),
        "several activities have the same no: 1",
    ),
    "a day that no year has": (
        'anniversaries = [{name = "n", month = 2, day = 31}]' + SMALLEST,
        "anniversaries[0]: no year has a day 31/2",
    ),
    "a very long text in a wrong place": (
        SMALLEST.replace("year = 2024", f'year = "{"dài " * 50}"'),
        f'year: expected a whole number, found "{"dài " * 10}…"',
    ),
}


@pytest.mark.parametrize(("text", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_problem_names_its_key_and_what_is_expected(text: str, problem: str) -> None:
    assert problems(text) == [problem]


BROKEN = {
    "a day written as people do": (
        SMALLEST + "start = 15/3/2024",
        "line 11: expected newline or end of document after a statement",
    ),
    "a day that does not exist": (SMALLEST + "start = 2024-02-31", "line 11: invalid date"),
    "text without quotes": (SMALLEST + "lead = Văn phòng", "line 11: invalid value"),
    "a quote that is not closed": (SMALLEST + 'place = "x', "line 11: illegal character"),
    "a key given twice": (SMALLEST + 'name = "x"', "line 11: cannot overwrite a value"),
    "a list that is not closed": (SMALLEST + "lead = [", "invalid value (at end of document)"),
    "lists without end": ("a = " + "[" * 100_000, "lists too deep or a number too long to read"),
    "a number without end": ("a = " + "1" * 5_000, "lists too deep or a number too long to read"),
    "no TOML at all": ("Kế hoạch năm 2024", "line 1: "),
}


@pytest.mark.parametrize(("text", "start"), BROKEN.values(), ids=BROKEN)
def test_broken_toml_names_its_line(text: str, start: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(start)
    assert "\n" not in problem


def test_an_empty_file_lacks_everything() -> None:
    text = 'missing; expected text in "quotes"'
    assert problems("") == [
        f"title: {text}",
        f"issuer: {text}",
        "year: missing; expected a whole number",
        f"activities: missing; expected {AN_ACTIVITY}",
    ]


def test_all_problems_come_at_once() -> None:
    broken = SMALLEST.replace("year = 2024", 'yaer = 2024\ntheme = "t"')
    twice = ANOTHER.format(no=1) + 'submits = "có"' + TIME.format(kind="deadline")
    assert problems(broken + twice) == [
        "year: missing; expected a whole number",
        'theme: expected [theme] with text, found "t"',
        "activities[1].times[0]: a deadline needs its last safe day in end",
        'activities[1].submits: expected true or false, found "có"',
        "yaer: unknown key; did you mean year?",
        "several activities have the same no: 1",
    ]


@pytest.mark.parametrize("campaign", ["", "Nam Định", "nam dinh", "a" * 41])
def test_the_id_is_short_and_plain(campaign: str) -> None:
    assert problems(SMALLEST, campaign) == [
        "the file's name gives the campaign's id: "
        f'expected 1 to 40 characters of A-Z, a-z, 0-9, - and _, found "{campaign[:40]}'
        + ('…"' if len(campaign) > 40 else '"')
    ]
