"""Lines of JSON in, one line of JSON out for each."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from bot.errors import place

Question = TypeVar("Question", bound=BaseModel)


class LineError(Exception):
    """A line cannot be answered; `str()` of it says why."""


def answered(
    lines: Iterable[bytes], kind: type[Question], answer: Callable[[Question], dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Yield `answer` to each line, which is a `kind`, with the line's "id" in front.

    A line that cannot be read or answered yields {"id", "error"}; an empty line yields nothing.
    """
    for line in lines:
        if line.strip():
            yield _answer(line, kind, answer)


def _answer(
    line: bytes, kind: type[Question], answer: Callable[[Question], dict[str, Any]]
) -> dict[str, Any]:
    number = None
    try:
        fields = _fields(line)
        number = fields.get("id")
        return {"id": number, **answer(kind.model_validate(fields))}
    except ValidationError as error:
        return {"id": number, "error": _readable(error)}
    except LineError as error:
        return {"id": number, "error": str(error)}
    except Exception as error:  # one line's mistake is not the others'
        said = f"a mistake of the program: {type(error).__name__} at {place(error)}"
        return {"id": number, "error": said}


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise LineError("not JSON in UTF-8") from None
    if not isinstance(fields, dict):
        raise LineError("not a JSON object")
    return fields


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which only Python takes for JSON."""
    raise ValueError(constant)


def _readable(error: ValidationError) -> str:
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(
        f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}".removeprefix(": ")
        for detail in details
    )
