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


def test_a_day_that_no_calendar_has_is_no_open_end(terminal: Terminal) -> None:
    said = ("when", "--today", "2024-03-11", "từ 31/2 hay ngày 20/3")
    assert json.loads(terminal.loa("when", "31/2").out) == []
    assert all(span["start"] or span["end"] for span in json.loads(terminal.loa(*said).out))


def test_the_day_configured_for_trials_is_the_day_it_is(terminal: Terminal) -> None:
    terminal.set("LOA_TODAY", "2024-03-11")
    (configured,) = json.loads(terminal.loa("when", "hôm nay").out)
    (given,) = json.loads(terminal.loa("when", "--today", "2024-03-12", "hôm nay").out)
    assert (configured["start"], given["start"]) == ("2024-03-11", "2024-03-12")


def test_a_line_of_endless_brackets_costs_only_itself(terminal: Terminal) -> None:
    endless = b'{"id": 1, "text": ' + b"[" * 100_000 + b"\n"
    ended = terminal.loa("when", "--jsonl", stdin=endless + b'{"id": 2, "text": "a"}\n')
    assert (ended.status, ended.err) == (1, "")
    first, second = map(json.loads, ended.out.splitlines())
    assert first["error"] == "not JSON in UTF-8"
    assert second == {"id": 2, "spans": []}
