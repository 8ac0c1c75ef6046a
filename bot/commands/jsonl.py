"""Lines of JSON in, one line of JSON out for each."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

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
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise LineError("not a JSON object")
        number = fields.get("id")
        return {"id": number, **answer(kind.model_validate(fields))}
    except ValidationError as error:
        return {"id": number, "error": _readable(error)}
    except LineError as error:
        return {"id": number, "error": str(error)}
    except ValueError:
        return {"id": number, "error": "not JSON in UTF-8"}


def _readable(error: ValidationError) -> str:
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(
        f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}".removeprefix(": ")
        for detail in details
    )
