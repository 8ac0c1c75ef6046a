"""The floors of docs/architecture.md hold, and the reader that says so can find a breach."""

from pathlib import Path, PurePosixPath

import pytest

from tests.floors import (
    RULES,
    Rule,
    Source,
    async_stays_at_the_top,
    campaign_is_pure,
    imports_go_down,
    libraries_stay_home,
    no_import_circles,
    read_house,
    the_clock_has_one_home,
)

ROOT = Path(__file__).parents[1]

PYDANTIC = "pydantic belongs in campaign.plan or storage or bot"
BROKEN: dict[Rule, tuple[tuple[str, str, str], ...]] = {
    imports_go_down: (
        ("campaign/a.py", "import storage.tables", "campaign imports storage.tables"),
        ("storage/a.py", "from handlers import b", "storage imports handlers.b"),
        ("handlers/a.py", "from bot.app import App", "handlers imports bot.app.App"),
        ("handlers/a.py", "import sandbox", "handlers imports sandbox"),
        ("sandbox/a.py", "import campaign.b", "sandbox imports campaign.b"),
        ("bot/a.py", "from tests import b", "bot imports tests.b"),
    ),
    libraries_stay_home: (
        ("bot/a.py", "import sqlmodel", "sqlmodel belongs in storage"),
        ("handlers/a.py", "import telegram.ext", "telegram belongs in bot"),
        ("campaign/talk/a.py", "from pydantic import BaseModel", PYDANTIC),
        ("campaign/planets.py", "import pydantic", PYDANTIC),
        ("bot/a.py", "import requests", "requests has no home yet: add it to HOMES"),
    ),
    async_stays_at_the_top: (
        ("handlers/a.py", "async def f(): ...", "async below bot/"),
        ("storage/a.py", "import asyncio", "asyncio below bot/"),
    ),
    the_clock_has_one_home: (
        (
            "campaign/a.py",
            "import datetime as dt; dt.date.today()",
            "reads the clock: dt.date.today",
        ),
        ("storage/a.py", "Field(default_factory=datetime.now)", "reads the clock: datetime.now"),
        ("storage/a.py", "select(func.now())", "reads the clock: func.now"),
        ("handlers/a.py", "from time import monotonic", "reads the clock: time.monotonic"),
        ("handlers/a.py", "clock.today()", "reads the clock: clock.today"),
        ("bot/a.py", "time.time()", "reads the clock: time.time"),
        ("sandbox/a.py", "Day.today()", "reads the clock: Day.today"),
    ),
    campaign_is_pure: (
        ("campaign/a.py", "from pathlib import Path", "campaign imports pathlib.Path"),
        ("campaign/a.py", "open('x')", "campaign reads or writes a file: open()"),
        ("campaign/a.py", "given.read_text()", "campaign reads or writes a file: read_text()"),
    ),
}
SOUND: dict[Rule, tuple[tuple[str, str], ...]] = {
    imports_go_down: (
        ("bot/a.py", "import campaign, storage, handlers, sandbox"),
        ("campaign/a.py", "from . import b"),
    ),
    libraries_stay_home: (
        ("campaign/plan/a.py", "from pydantic import BaseModel"),
        ("sandbox/a.py", "from aiohttp import web"),
    ),
    async_stays_at_the_top: (("bot/a.py", "async def f(): ..."),),
    the_clock_has_one_home: (
        ("bot/clock.py", "datetime.datetime.now(datetime.UTC)"),
        ("bot/a.py", "self._clock.now()"),
        ("bot/a.py", "from time import perf_counter"),
        ("campaign/a.py", "from datetime import time; question.today"),
    ),
    campaign_is_pure: (("storage/a.py", "import os; open('x')"),),
}


def source(path: str, text: str) -> Source:
    return Source(PurePosixPath(path), text)


@pytest.fixture(scope="module")
def house() -> tuple[Source, ...]:
    return read_house(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Rule, house: tuple[Source, ...]) -> None:
    breaches = [str(breach) for breach in rule(house)]

    assert not breaches, "\n".join(breaches)


def test_the_whole_house_is_read(house: tuple[Source, ...]) -> None:
    assert {source.floor for source in house} == {
        "campaign",
        "storage",
        "handlers",
        "bot",
        "sandbox",
    }


@pytest.mark.parametrize(
    ("rule", "path", "text", "what"),
    [(rule, *row) for rule, rows in BROKEN.items() for row in rows],
)
def test_a_breach_is_found_with_its_file_and_line(
    rule: Rule, path: str, text: str, what: str
) -> None:
    found = [str(breach) for breach in rule([source(path, f"\n{text}\n")])]

    assert found == [f"{path}:2: {what}"]


@pytest.mark.parametrize(
    ("rule", "path", "text"), [(rule, *row) for rule, rows in SOUND.items() for row in rows]
)
def test_what_the_rule_allows_is_left_alone(rule: Rule, path: str, text: str) -> None:
    assert list(rule([source(path, text)])) == []


def test_a_relative_import_is_followed_to_the_floor_it_reaches() -> None:
    climbing = source("campaign/talk/a.py", "from ...storage import tables")

    assert [str(breach) for breach in imports_go_down([climbing])] == [
        "campaign/talk/a.py:1: campaign imports storage.tables"
    ]


def test_a_circle_is_found_even_where_an_import_is_local_or_for_types_only() -> None:
    house = [
        source("campaign/a.py", "def f():\n    from campaign.b import B"),
        source("campaign/b/__init__.py", "if TYPE_CHECKING:\n    from .c import C"),
        source("campaign/b/c.py", "from campaign import a"),
    ]

    (breach,) = no_import_circles(house)

    assert set(breach.what.split(" imports ")) == {"campaign.a", "campaign.b", "campaign.b.c"}
    assert breach.line == {"campaign/a.py": 2, "campaign/b/__init__.py": 2}.get(str(breach.path), 1)


def test_modules_that_share_a_third_make_no_circle() -> None:
    house = [
        source("campaign/a.py", "from campaign import b, c"),
        source("campaign/b.py", "from campaign.c import C"),
        source("campaign/c.py", ""),
    ]

    assert list(no_import_circles(house)) == []
