"""What is wrong with a plan file, in plain sentences for the person who has to put it right."""

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from campaign.plan.model import Day, Plan

Place = tuple[int | str, ...]

_BARE_KEY = re.compile(r"[\w-]{1,60}")
_LONGEST_QUOTE = 40
_TEXTS = 'a list of texts such as ["…", "…"]'
_PLAIN: dict[object, str] = {
    str: 'text in "quotes"',
    int: "a whole number",
    bool: "true or false",
    Day: "a date such as 2024-03-15",
}


def describe(error: ErrorDetails) -> str:
    """Return "key: what is expected" in one line; empty where another problem already says it."""
    place = error["loc"]
    what = _sentence(error)
    if place == ("id",):
        return f"the file's name gives the campaign's id: {what}"
    return f"{_path(place)}: {what}" if what and place else what


def one_line(text: str) -> str:
    """Return `text` with its first letter small and without line breaks."""
    joined = " ".join(text.split())
    return joined[:1].lower() + joined[1:]


def _sentence(error: ErrorDetails) -> str:
    place, found, context = error["loc"], _found(error["input"]), error.get("ctx", {})
    match error["type"]:
        case "missing":
            sentence = f"missing; expected {_expected(place)}"
        case "extra_forbidden":
            sentence = _unknown_key(place)
        case "value_error":
            sentence = str(context["error"])
        case "string_too_short":
            sentence = "empty; expected text, or no such key at all"
        case "string_pattern_mismatch":
            sentence = f"expected 1 to 40 characters of A-Z, a-z, 0-9, - and _, found {found}"
        case "greater_than_equal":
            sentence = f"expected {context['ge']} or more, found {found}"
        case "less_than_equal":
            sentence = f"expected {context['le']} or less, found {found}"
        case "too_short" if error["input"]:
            sentence = ""  # its entries are there, but wrong; each is told by itself
        case _:
            sentence = f"expected {_expected(place)}, found {found}"
    return sentence


def _path(place: Place) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{_key(step)}" for step in place)
    return "".join(steps).removeprefix(".")


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _found(name)


def _unknown_key(place: Place) -> str:
    known = [name for name in _kind_at(place[:-1]).model_fields if name != "id"]
    near = get_close_matches(str(place[-1]), known, n=1)
    return f"unknown key; did you mean {near[0]}?" if near else f"unknown key among {_list(known)}"


def _kind_at(place: Place) -> Any:
    """Return the type that the model has at `place`."""
    kind: Any = Plan
    for step in place:
        inner = get_args(kind)[0] if isinstance(step, int) else kind.model_fields[step].annotation
        kind = _bare(inner)
    return kind


def _bare(kind: Any) -> Any:
    """Return `kind` without "or None" and without its limits."""
    if get_origin(kind) is Annotated or type(None) in get_args(kind):
        return _bare(get_args(kind)[0])
    return kind


def _expected(place: Place) -> str:
    kind = _kind_at(place)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) is Literal:
        return f"one of {_list(get_args(kind))}"
    if get_origin(kind) is not tuple:
        return _table(place, kind)
    entry = _bare(get_args(kind)[0])
    return _TEXTS if entry is str else _table((*place, 0), entry)


def _table(place: Place, kind: type[BaseModel]) -> str:
    """Return how TOML writes the table at `place`, and what it cannot do without."""
    header = ".".join(str(step) for step in place if isinstance(step, str))
    brackets = f"[[{header}]]" if isinstance(place[-1], int) else f"[{header}]"
    required = [name for name, field in kind.model_fields.items() if field.is_required()]
    return f"{brackets} with {_list(required)}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)


def _found(given: object) -> str:
    match given:
        case str():
            short = given if len(given) <= _LONGEST_QUOTE else f"{given[:_LONGEST_QUOTE]}…"
            return json.dumps(short, ensure_ascii=False)
        case dict():
            return "a table"
        case tuple():
            return "a list" if given else "an empty list"
        case _:
            return str(given).lower()
