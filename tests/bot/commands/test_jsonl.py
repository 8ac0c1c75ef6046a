from typing import Any

from pydantic import BaseModel

from bot.commands.jsonl import answered


class Line(BaseModel):
    text: str


def stumble(line: Line) -> dict[str, Any]:
    if line.text == "bí mật":
        raise OverflowError(line.text)
    return {"answer": line.text}


def test_a_mistake_of_ours_costs_one_line_and_repeats_nothing_of_it() -> None:
    lines = ['{"id": 1, "text": "bí mật"}', '{"id": 2, "text": "a"}']
    bad, good = answered([line.encode() for line in lines], Line, stumble)
    assert bad["id"] == 1
    assert bad["error"].startswith("a mistake of the program: OverflowError at test_jsonl.py:")
    assert "bí mật" not in bad["error"]
    assert good == {"id": 2, "answer": "a"}
