"""Plans of other offices, each laid out in another way, are read as a person reads them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from campaign.language.text import fold
from campaign.plan.toml import parse_plan, plan_toml
from campaign.reader.findings import Doing, Said
from campaign.reader.plans import plan_of
from campaign.reader.reading import Reading, read
from campaign.reader.texts import document_of

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.name.removesuffix(".gold.json") for path in SAMPLES.glob("*.gold.json"))
pytestmark = pytest.mark.parametrize("name", NAMES)


@cache
def reading(name: str) -> Reading:
    (document,) = (path for path in SAMPLES.glob(f"{name}.*") if path.suffix in (".txt", ".md"))
    return read(document_of(document.read_text("utf-8")))


@cache
def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / f"{name}.gold.json").read_text("utf-8"))
    return found


def plain(text: str | None) -> str:
    return " ".join(fold(text or "").split()).strip(" .")


def said(found: Said | None) -> str:
    return plain(found.text if found else None)


def test_the_heading_is_read(name: str) -> None:
    found, seen = reading(name), gold(name)
    head = found.letterhead
    assert said(head.title) == plain(seen["title"])
    assert said(head.issuer) == plain(seen["issuer"])
    assert (head.number.text if head.number else None) == seen["number"]
    assert (head.date.isoformat() if head.date else None) == seen["date"]
    assert (found.ending.signer.text if found.ending.signer else None) == seen["signer"]


def test_theme_slogans_and_period_are_read(name: str) -> None:
    parts, seen = reading(name).sections, gold(name)
    assert said(parts.theme) == plain(seen["theme"])
    assert [said(slogan) for slogan in parts.slogans] == [plain(s) for s in seen["slogans"]]
    period = parts.period
    days = [period.start.isoformat(), period.end.isoformat()] if period else None
    assert days == seen["period"]


def test_each_activity_is_read_with_its_times_place_and_units(name: str) -> None:
    assert [shown(doing) for doing in reading(name).activities] == [
        {
            "title": plain(each["title"]),
            "times": each["times"],
            "place": plain(each["place"]),
            "lead": plainly(each["lead"]),
            "coordinating": plainly(each["coordinating"]),
        }
        for each in gold(name)["activities"]
    ]


def plainly(names: list[str] | tuple[str, ...]) -> list[str]:
    return [plain(each) for each in names]


def shown(doing: Doing) -> dict[str, Any]:
    times = [when.time for when in doing.times]
    return {
        "title": said(doing.title),
        "times": [
            [t.kind, t.start.isoformat() if t.start else None, t.end.isoformat() if t.end else None]
            for t in times
        ],
        "place": said(doing.place),
        "lead": plainly(doing.lead),
        "coordinating": plainly(doing.coordinating),
    }


def test_every_fact_stands_on_the_line_that_it_names(name: str) -> None:
    (document,) = (path for path in SAMPLES.glob(f"{name}.*") if path.suffix in (".txt", ".md"))
    lines = document.read_text("utf-8").splitlines()
    for doing in reading(name).activities:
        first = plain(doing.title.text).split()[0]
        assert first in plain(lines[doing.title.line - 1])
        for when in doing.times:
            assert plain(when.time.text).split(",")[0].split()[0] in plain(lines[when.line - 1])


def test_what_was_read_makes_a_plan_file(name: str) -> None:
    plan = plan_of(reading(name), name)
    assert parse_plan(plan_toml(plan), id=name, source=name) == plan
