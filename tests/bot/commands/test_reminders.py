import json
from typing import Any

from tests.bot.commands.terminal import Terminal

MARCH = ("--from", "2024-03-01", "--to", "2024-03-31")


def lines(terminal: Terminal, *arguments: str) -> list[dict[str, Any]]:
    ended = terminal.loa("reminders", "--jsonl", *arguments)
    assert (ended.status, ended.err) == (0, "")
    return [json.loads(line) for line in ended.out.splitlines()]


def test_each_reminder_is_a_line_with_its_moment_and_section(terminal: Terminal) -> None:
    found = lines(
        terminal, "--campaign", "nam-dinh-2024", "--from", "2024-02-29", "--to", "2024-03-27"
    )

    award = [each["at"] for each in found if each["section"] == "III.8"]
    assert award == [
        "2024-02-29T08:00:00+07:00",
        "2024-03-07T08:00:00+07:00",
        "2024-03-11T08:00:00+07:00",
        "2024-03-13T08:00:00+07:00",
        "2024-03-14T08:00:00+07:00",
    ]
    assert found[-1] == {
        "at": "2024-03-27T08:00:00+07:00",
        "campaign": "nam-dinh-2024",
        "kind": "start",
        "section": "III.1",
        "title": "Tổ chức Lễ phát động Tháng hành động vì HTX năm 2024",
        "text": "Lễ phát động Tháng hành động vì HTX năm 2024: dự kiến ngày 28/3/2024 (Thứ Năm). "
        "Ngày mai bắt đầu. (Mục III.1)",
    }


def test_both_ends_are_included(terminal: Terminal) -> None:
    day = ("--campaign", "nam-dinh-2024", "--from", "2024-03-14", "--to", "2024-03-14")

    assert [each["section"] for each in lines(terminal, *day)] == ["III.8", "III.9"]


def test_all_campaigns_are_in_the_order_of_time(terminal: Terminal) -> None:
    found = lines(terminal, *MARCH)

    assert {each["campaign"] for each in found} == {"nam-dinh-2024", "hai-duong-2024"}
    assert [each["at"] for each in found] == sorted(each["at"] for each in found)


def test_a_campaign_may_have_its_own_schedule(terminal: Terminal) -> None:
    terminal.write(
        "config.toml",
        "[reminders]\nhour = 09:00:00\nstart_days = []\ndigest = false\n"
        "campaigns = { nam-dinh-2024 = { hour = 07:30:00, deadline_days = [2] } }\n",
    )

    found = lines(terminal, *MARCH)

    assert [(each["at"], each["section"]) for each in found] == [
        ("2024-03-01T09:00:00+07:00", "III.1"),
        ("2024-03-12T07:30:00+07:00", "III.8"),
        ("2024-03-12T07:30:00+07:00", "III.9"),
        ("2024-03-20T07:30:00+07:00", "III.10"),
        ("2024-03-27T09:00:00+07:00", "III.2"),
        ("2024-03-29T07:30:00+07:00", "II.3"),
    ]


def test_without_jsonl_it_is_a_line_to_read(terminal: Terminal) -> None:
    ended = terminal.loa("reminders", "--from", "2024-03-18", "--to", "2024-03-18")

    assert ended.out.startswith("2024-03-18 08:00  nam-dinh-2024  digest  Tuần này (18/3/2024–24/3")
    assert ended.out.count("\n") == 1


def test_wrong_usage_is_told_in_one_line(terminal: Terminal) -> None:
    backwards = terminal.loa("reminders", "--from", "2024-03-02", "--to", "2024-03-01")
    unknown = terminal.loa("reminders", "--campaign", "x", *MARCH)
    endless = terminal.loa("reminders", "--from", "0001-01-01", "--to", "9999-12-31")

    assert (backwards.status, backwards.err) == (2, "loa: --to must not be before --from\n")
    assert unknown.status == 2
    assert "there is no campaign x; there are: hai-duong-2024, nam-dinh-2024" in unknown.err
    assert endless.status == 0
