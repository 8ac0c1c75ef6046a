"""`loa plan`: documents read and checked on a terminal."""

import json
from pathlib import Path

import pytest

from tests.bot.commands.terminal import Terminal
from tests.bot.documents.files import paged, pdf, word

SAMPLES = Path(__file__).parents[2] / "campaign" / "reader" / "samples"
HIKE = SAMPLES / "thang-thanh-nien.txt"


def test_a_document_is_told_as_json(terminal: Terminal) -> None:
    ended = terminal.loa("plan", "read", str(HIKE))
    told = json.loads(ended.out)
    assert (ended.status, ended.err) == (0, "")
    assert list(told) == [
        *("title", "issuer", "number", "date", "signer", "theme", "slogans", "period"),
        *("activities", "problems"),
    ]
    assert told["date"] == "2026-01-15"
    assert told["period"] == {
        "text": "Từ ngày 01/3/2026 đến hết ngày 31/3/2026",
        "start": "2026-03-01",
        "end": "2026-03-31",
        "peak": None,
    }
    assert told["activities"][0] == {
        "no": "1",
        "section": "III.1",
        "line": 29,
        "title": "Lễ khởi động Tháng Thanh niên",
        "times": [
            {
                "text": "07 giờ 30, ngày 01/3/2026 (Chủ Nhật)",
                "kind": "on",
                "start": "2026-03-01",
                "end": "2026-03-01",
                "peak": False,
                "tentative": False,
                "line": 31,
            }
        ],
        "place": "Quảng trường trung tâm, thành phố Hòa Bình.",
        "lead": ["Ban Phong trào Tỉnh đoàn"],
        "coordinating": ["Thành đoàn Hòa Bình"],
    }
    assert [set(problem) for problem in told["problems"]] == [{"line", "what"}]


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
def test_a_plan_that_was_read_answers_its_own_questions(kind: str, terminal: Terminal) -> None:
    text = HIKE.read_text("utf-8")
    data = {"txt": text.encode(), "docx": word(text.splitlines()), "pdf": pdf(paged(text))}
    file = terminal.folder / f"kế hoạch.{kind}"
    file.write_bytes(data[kind])
    plan = terminal.write(
        "youth.toml", terminal.loa("plan", "read", str(file), "--format", "toml").out
    )
    asked = ("ask", "--plan", str(plan), "--campaign", "youth", "--today", "2026-02-01")
    assert "giữa tháng 3/2026" in terminal.loa(*asked, "hiến máu khi nào").out
    assert "Nhà văn hóa thiếu nhi" in terminal.loa(*asked, "ngay hoi hien mau o dau").out
    assert "Văn phòng Tỉnh đoàn" in terminal.loa(*asked, "ai phụ trách cuộc thi trực tuyến").out
    assert "không nêu" in terminal.loa(*asked, "tết trồng cây khi nào").out


def test_doubts_are_listed_with_their_lines(terminal: Terminal) -> None:
    ended = terminal.loa("plan", "check", str(HIKE))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "55: Hoạt động “Tết trồng cây “Vì một Hòa Bình xanh”” không có thời gian.",
        "    “Tết trồng cây “Vì một Hòa Bình xanh””",
    ]


def test_a_file_that_cannot_be_read_is_told_in_one_line(terminal: Terminal) -> None:
    file = terminal.write("scan.pdf", "not a PDF at all")
    for command in ("read", "check"):
        ended = terminal.loa("plan", command, str(file))
        assert (ended.status, ended.out) == (1, "")
        assert ended.err.startswith(f"loa: {file}: Tệp bị hỏng")
        assert ended.err.count("\n") == 1


def test_a_file_that_is_not_there_is_told(terminal: Terminal) -> None:
    ended = terminal.loa("plan", "read", "nowhere.docx")
    assert (ended.status, ended.err) == (1, "loa: nowhere.docx: No such file or directory\n")


def test_a_text_without_activities_makes_no_plan_file(terminal: Terminal) -> None:
    file = terminal.write("letter.txt", "Kính gửi các hợp tác xã,\nChúc mừng năm mới.\n")
    assert json.loads(terminal.loa("plan", "read", str(file)).out)["activities"] == []
    ended = terminal.loa("plan", "read", str(file), "--format", "toml")
    assert (ended.status, ended.out) == (1, "")
    assert "Không tìm thấy hoạt động nào" in ended.err
