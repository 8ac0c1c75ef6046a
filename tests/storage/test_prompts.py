import datetime

from storage import prompts
from storage.database import Unit
from storage.prompts import PromptRecord

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(seconds=1)


def test_somebody_is_asked_one_thing_the_last_one(unit: Unit) -> None:
    prompts.ask(unit, 7, "name", -100, NOW)
    prompts.ask(unit, 7, "tags", -(2**52), NOW)
    prompts.ask(unit, 8, "content", 5, NOW)

    assert prompts.find(unit, 7, NOW) == PromptRecord("tags", -(2**52))
    assert prompts.find(unit, 8, NOW) == PromptRecord("content", 5)
    assert prompts.find(unit, 9, NOW) is None


def test_what_was_asked_too_long_ago_is_asked_no_more(unit: Unit) -> None:
    prompts.ask(unit, 7, "name", -100, NOW)

    assert prompts.find(unit, 7, LATER) is None


def test_what_is_forgotten_is_asked_no_more(unit: Unit) -> None:
    prompts.ask(unit, 7, "name", -100, NOW)

    prompts.forget(unit, 7)
    prompts.forget(unit, 7)

    assert prompts.find(unit, 7, NOW) is None
