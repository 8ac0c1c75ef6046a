import json

from tests.bot.commands.terminal import Terminal


def test_it_prints_the_days_meant_both_ends_inclusive(terminal: Terminal) -> None:
    ended = terminal.loa("when", "--today", "2024-03-11", "tuần sau")
    assert (ended.status, ended.err) == (0, "")
    assert json.loads(ended.out) == [
        {"text": "tuần sau", "start": "2024-03-18", "end": "2024-03-24", "grain": "week"}
    ]


def test_an_open_end_is_null(terminal: Terminal) -> None:
    (span,) = json.loads(terminal.loa("when", "--today", "2024-03-11", "từ 20/3").out)
    assert (span["start"], span["end"]) == ("2024-03-20", None)


def test_a_text_without_a_day_gives_nothing(terminal: Terminal) -> None:
    assert json.loads(terminal.loa("when", "--today", "2024-03-11", "xin chào").out) == []


def test_lines_are_answered_one_for_one(terminal: Terminal) -> None:
    lines = b'{"id": "a", "text": "\xe1\xbb\x9f", "today": "2024-03-11"}\n{"id": "b"}\n'
    ended = terminal.loa("when", "--jsonl", stdin=lines)
    assert ended.status == 1
    assert [json.loads(line) for line in ended.out.splitlines()] == [
        {"id": "a", "spans": []},
        {"id": "b", "error": "text: Field required"},
    ]
