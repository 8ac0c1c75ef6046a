"""A plan file (TOML) becomes a `Plan`, or a list of everything that is wrong with it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import tomli_w
from pydantic import ValidationError

from campaign.language.text import clean
from campaign.plan.model import Plan, repeated_numbers
from campaign.plan.problems import describe, one_line

_BROKEN_LINE = re.compile(r"(.*) \(at line (\d+), column \d+\)", re.DOTALL)
_LINES = 'a line looks like  key = "text"  or  start = 2024-03-15'


class PlanError(Exception):
    """A plan file that cannot be used. `problems` has one line for each thing to put right."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def parse_plan(text: str, *, id: str, source: str) -> Plan:  # noqa: A002 - as a plan calls it
    """Return the plan written in the TOML `text` as the campaign `id`, all its text in NFC.

    `source` names the file in what is reported: "x.toml: activities[3].times[0].start: expected …";
    entries are counted from 0. Raises `PlanError` with every problem at once, or with the first
    broken line where the text is no TOML.
    """
    tables = _tables(text, source)
    own_id = ["id: unknown key: a campaign is named after its file"] if "id" in tables else []
    try:
        plan = Plan.model_validate({**tables, "id": id}, strict=True)
    except ValidationError as error:
        problems = [*own_id, *_problems(error, tables)]
        raise PlanError([f"{source}: {problem}" for problem in problems]) from None
    if own_id:
        raise PlanError([f"{source}: {problem}" for problem in own_id])
    return plan


def plan_toml(plan: Plan) -> str:
    """Return `plan` as the text of a plan file, from which `parse_plan` makes the same plan."""
    return tomli_w.dumps(plan.model_dump(exclude={"id"}, exclude_none=True, exclude_defaults=True))


def _tables(text: str, source: str) -> dict[str, Any]:
    try:
        return {key: _sound(value) for key, value in tomllib.loads(clean(text) + "\n").items()}
    except tomllib.TOMLDecodeError as error:
        raise PlanError([f"{source}: {_broken(str(error))}; {_LINES}"]) from None
    except (RecursionError, ValueError):
        raise PlanError([f"{source}: lists too deep or a number too long to read"]) from None


def _sound(value: Any) -> Any:
    """Return `value` with tuples for lists, and in NFC even where TOML escapes said otherwise."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return tuple(_sound(item) for item in value)
    if isinstance(value, dict):
        return {key: _sound(item) for key, item in value.items()}
    return value


def _broken(complaint: str) -> str:
    place = _BROKEN_LINE.fullmatch(complaint)
    return f"line {place[2]}: {one_line(place[1])}" if place else one_line(complaint)


def _problems(error: ValidationError, tables: dict[str, Any]) -> Iterator[str]:
    errors = error.errors(include_url=False)
    yield from filter(None, map(describe, errors))
    if all(problem["loc"] for problem in errors):  # pydantic looks at the whole plan last
        yield from filter(None, [repeated_numbers(_numbers(tables))])


def _numbers(tables: dict[str, Any]) -> Iterator[int]:
    activities = tables.get("activities")
    for activity in activities if isinstance(activities, tuple) else ():
        if isinstance(activity, dict) and type(no := activity.get("no")) is int:
            yield no
