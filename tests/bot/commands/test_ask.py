import json
from typing import Any

import pytest

from bot.config import SHIPPED_PLANS
from tests.bot.commands.terminal import Terminal

NAM_DINH, HAI_DUONG = "nam-dinh-2024", "hai-duong-2024"
DAY = "2024-03-11"


def answers(terminal: Terminal, *lines: object, status: int = 0) -> list[dict[str, Any]]:
    written = "".join(
        (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n"
        for line in lines
    )
    ended = terminal.loa("ask", "--jsonl", stdin=written.encode())
    assert (ended.status, ended.err) == (status, "")
    return [json.loads(line) for line in ended.out.splitlines()]


def about(number: object, text: str, **fields: object) -> dict[str, object]:
    return {"id": number, "campaign": NAM_DINH, "today": DAY, "text": text, **fields}


def test_a_question_gets_its_plain_answer(terminal: Terminal) -> None:
    ended = terminal.loa("ask", "--campaign", NAM_DINH, "--today", DAY, "11/4 có gì?")
    assert (ended.status, ended.err) == (0, "")
    assert "11/4/2024" in ended.out
    assert "<b>" not in ended.out


def test_words_need_no_quotes(terminal: Terminal) -> None:
    ended = terminal.loa("ask", "--campaign", HAI_DUONG, "--today", DAY, "giải", "thưởng", "gì?")
    assert "CoopStar" in ended.out


def test_the_day_decides_the_tense_of_the_answer(terminal: Terminal) -> None:
    before, after = (
        terminal.loa("ask", "--campaign", NAM_DINH, "--today", day, "lễ phát động khi nào?").out
        for day in (DAY, "2025-06-01")
    )
    assert before != after


def test_the_configured_day_and_campaign_hold_where_none_is_given(terminal: Terminal) -> None:
    terminal.write("config.toml", f'today = {DAY}\n[campaigns]\ndefault = "{HAI_DUONG}"\n')
    configured = terminal.loa("ask", "11/4 có gì?")
    given = terminal.loa("ask", "--campaign", HAI_DUONG, "--today", DAY, "11/4 có gì?")
    assert configured == given


def test_a_plan_file_is_a_campaign_named_after_its_stem(terminal: Terminal) -> None:
    text = (SHIPPED_PLANS / f"{NAM_DINH}.toml").read_text("utf-8")
    file = terminal.write("another-one.toml", text)
    ended = terminal.loa(
        "ask", "--plan", str(file), "--campaign", "another-one", "--today", DAY, "11/4 có gì?"
    )
    assert "11/4/2024" in ended.out


def test_lines_are_answered_one_for_one_with_their_ids(terminal: Terminal) -> None:
    first, second = answers(
        terminal, about("q1", "11/4 có gì?", more="ignored"), about(7, "chủ đề?")
    )
    assert list(first) == ["id", "answer"]
    assert (first["id"], second["id"]) == ("q1", 7)
    assert "11/4" in first["answer"]


def test_questions_of_different_lines_do_not_hear_each_other(terminal: Terminal) -> None:
    alone, after = answers(
        terminal,
        about(1, "còn địa điểm?"),
        {"id": 2, "campaign": NAM_DINH, "today": DAY, "turns": [{"text": "còn địa điểm?"}]},
    )
    assert after["answers"] == [alone["answer"]]


def test_turns_are_one_conversation(terminal: Terminal) -> None:
    turns = [{"text": "lễ phát động khi nào?"}, {"text": "còn địa điểm?"}]
    (line,) = answers(terminal, {"id": 1, "campaign": NAM_DINH, "today": DAY, "turns": turns})
    assert list(line) == ["id", "answers"]
    assert "28/3" in line["answers"][0]
    assert "Lễ phát động" in line["answers"][1]


def test_in_a_group_it_is_silent_unless_spoken_to(terminal: Terminal) -> None:
    talk, mention, reply, command = answers(
        terminal,
        about(1, "11/4 nhà tôi có giỗ", chat="group"),
        about(2, "@htx_bot 11/4 có gì?", chat="group"),
        about(3, "11/4 có gì?", chat="group", reply_to_bot=True),
        about(4, "/homnay", chat="group"),
    )
    assert talk == {"id": 1, "answer": None}
    assert mention["answer"] == reply["answer"]
    assert command["answer"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON in UTF-8"),
        ("[" * 100_000, "not JSON in UTF-8"),
        ('{"id": NaN, "text": "a"}', "not JSON in UTF-8"),
        ("[1]", "not a JSON object"),
        ({"id": 1, "campaign": NAM_DINH}, 'either "text" or "turns" is needed'),
        ({"id": 1, "text": "a", "campaign": "x"}, "there is no campaign x; there are: hai-duong"),
        ({"id": 1, "text": "a"}, "which campaign?; there are: hai-duong-2024, nam-dinh-2024"),
        (about(1, "a", today="2024-02-30"), "today: "),
        (about(1, "a", chat="tavern"), "chat: "),
    ],
)
def test_a_line_that_cannot_be_answered_says_why(
    line: object, said: str, terminal: Terminal
) -> None:
    bad, good = answers(terminal, line, about(2, "chủ đề?"), status=1)
    assert said in bad["error"]
    assert good["answer"]


def test_a_line_that_is_not_utf8_says_so(terminal: Terminal) -> None:
    ended = terminal.loa("ask", "--jsonl", stdin=b'{"id": 1, "text": "\xff"}\n')
    assert json.loads(ended.out) == {"id": None, "error": "not JSON in UTF-8"}


def test_an_empty_line_is_no_question(terminal: Terminal) -> None:
    assert answers(terminal, "", "  ") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask",), "loa: either TEXT or --jsonl is needed"),
        (("ask", "--jsonl", "a"), "loa: either TEXT or --jsonl is needed"),
        (("ask", "--campaign", "x", "a"), "loa: there is no campaign x; there are: hai-duong"),
        (("ask", "--today", "2024-02-30", "a"), "loa: Invalid value for --today"),
        (("ask", "--nope"), "loa: Unknown option: --nope"),
        (("nope",), 'loa: Unknown command "nope"'),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: tuple[str, ...], said: str, terminal: Terminal
) -> None:
    ended = terminal.loa(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(said)
    assert ended.err.count("\n") == 1


def test_a_broken_plan_or_configuration_is_status_1_a_line_for_each_problem(
    terminal: Terminal,
) -> None:
    file = terminal.write("broken.toml", "title = ")
    ended = terminal.loa("ask", "--plan", str(file), "a")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"loa: {file}: line 1: ")
    terminal.write("config.toml", "[web]\nport = 'x'\nhost = 1\n")
    ended = terminal.loa("ask", "a")
    assert ended.status == 1
    assert [line.split(":")[1] for line in ended.err.splitlines()] == [" web.host", " web.port"]


def test_the_day_configured_for_trials_is_the_day_it_is(terminal: Terminal) -> None:
    asked = ("ask", "--campaign", "nam-dinh-2024", "hạn nộp hồ sơ coopgold khi nào")
    terminal.set("LOA_TODAY", "2024-03-08")
    assert "Còn 6 ngày" in terminal.loa(*asked).out
    assert "Còn 5 ngày" in terminal.loa(*asked, "--today", "2024-03-09").out


def test_a_plan_file_may_have_any_name(terminal: Terminal) -> None:
    shipped = (SHIPPED_PLANS / "nam-dinh-2024.toml").read_text("utf-8")
    file = str(terminal.write("kế hoạch.v2.toml", shipped))
    for campaign in ("ke-hoach-v2", "kế hoạch.v2"):
        ended = terminal.loa("ask", "--plan", file, "--campaign", campaign, "11/4 có gì?")
        assert (ended.status, ended.err) == (0, "")
        assert "11/4" in ended.out
