"""`--published`: the plans as a running bot has them, for who looks from a terminal."""

import datetime
import json
from contextlib import closing

import pytest

from bot.config import SHIPPED_PLANS
from bot.plans import load
from campaign.plan.toml import plan_toml
from storage import changes, editions
from storage.database import Database
from storage.editions import EditionRecord
from tests.bot.commands.terminal import Terminal

NOW = datetime.datetime(2024, 3, 11, 5, tzinfo=datetime.UTC)
HAI_DUONG, NAM_DINH, NEW = "hai-duong-2024", "nam-dinh-2024", "bien-bac-2024"
DAY = ("--campaign", HAI_DUONG, "--from", "2024-04-18", "--to", "2024-04-18")


@pytest.fixture
def url(terminal: Terminal) -> str:
    """The database of a bot in which the award was moved, and a new campaign published."""
    url = f"sqlite:///{terminal.folder / 'loa.db'}"
    terminal.set("LOA_DATABASE__URL", url)
    fill(url)
    return url


@pytest.fixture
def shared(terminal: Terminal, postgresql_url: str) -> str:
    terminal.set("LOA_DATABASE__URL", postgresql_url)
    fill(postgresql_url)
    return postgresql_url


def fill(url: str) -> None:
    plan = load(SHIPPED_PLANS)[HAI_DUONG].plan
    with closing(Database(url)) as database:
        database.upgrade()
        with database.begin() as unit:
            forum = plan.activities[2]
            number = changes.begin(unit, 7, HAI_DUONG, forum, "time", 0, NOW)
            changes.word(unit, number, "2024-04-25T08:00")
            changes.apply(unit, number, NOW)
            text = plan_toml(plan.model_copy(update={"province": "Biển Bạc"}))
            new = EditionRecord(0, NEW, 7, text, [], NOW, None)
            editions.publish(unit, editions.add(unit, new).id, NEW, NOW)


def asked(terminal: Terminal, *arguments: str) -> str:
    question = ("diễn đàn quốc gia khi nào?",)
    ended = terminal.loa("ask", "--today", "2024-03-11", *arguments, *question)
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def check(terminal: Terminal) -> None:
    assert "25/4/2024" not in asked(terminal, "--campaign", HAI_DUONG)
    assert "8h ngày 25/4/2024" in asked(terminal, "--published", "--campaign", HAI_DUONG)
    assert "07/4/2024" in asked(terminal, "--published", "--campaign", NEW)
    assert terminal.loa("reminders", "--jsonl", *DAY).out == ""
    (line,) = terminal.loa("reminders", "--jsonl", "--published", *DAY).out.splitlines()
    assert json.loads(line)["section"] == "III.3"


@pytest.mark.usefixtures("url")
def test_what_was_published_and_changed_is_asked_and_reminded_of(terminal: Terminal) -> None:
    check(terminal)


@pytest.mark.usefixtures("shared")
def test_so_it_is_where_several_processes_share_a_database(terminal: Terminal) -> None:
    check(terminal)


def test_where_no_bot_has_run_yet_that_is_said(terminal: Terminal) -> None:
    for command in (["ask", "11/4 có gì?"], ["reminders", *DAY]):
        ended = terminal.loa(command[0], "--published", *command[1:])
        assert (ended.status, ended.out) == (1, "")
        assert "there is no database" in ended.err
