"""Whatever a text says, reading it ends, and what was read can be published or refused."""

from hypothesis import given
from hypothesis import strategies as st

from campaign.plan.toml import parse_plan, plan_toml
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.reader.sentences import told
from campaign.reader.texts import document_of

PIECES = st.sampled_from(
    [
        *(
            "KẾ HOẠCH",
            "I. MỤC ĐÍCH",
            "II. NỘI DUNG",
            "1. Hội thao",
            "1.1.",
            "a) ",
            "- ",
            "+ ",
            "|",
            "||",
            "| a | b |",
            "|---|---|",
        ),
        *(
            "Thời gian: ",
            "Địa điểm: ",
            "Chủ trì: ",
            "Phối hợp: ",
            "Thời gian, địa điểm: ",
            "Nội dung:",
            "Giao Sở Y tế chủ trì",
        ),
        *(
            "31/2/2025",
            "trước ngày 01/6 và 15/11 hằng năm",
            "từ 5/6 đến 1/2/2024",
            "năm 2026 - 2025",
            "ngày 0/0",
            "quý V",
        ),
        *(
            "| STT | Nội dung | Thời gian | Chủ trì |",
            "| 1 | x | tháng 13 | |",
            "Nơi nhận:",
            "TM. ỦY BAN",
            "CHỦ TỊCH",
            "Nguyễn Văn A",
        ),
        *(
            "Số: 1/KH-UBND",
            "Hà Nội, ngày 30 tháng 2 năm 2024",
            "Chủ đề: “",
            "Luật HTX năm 2012",
            "Luật HTX năm 2023",
            "(",
            ")",
            ":",
            "./.",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.sampled_from(["\n", "\n\n", " ", "; ", ", "]) | st.text(max_size=20))


@given(TEXTS.map("".join))
def test_any_text_can_be_read(text: str) -> None:
    found = read(document_of(text))
    assert all(told(problem, "vi") and told(problem, "en") for problem in found.problems)
    if found.activities:
        plan = plan_of(found, "any")
        assert parse_plan(plan_toml(plan), id="any", source="any") == plan


@given(st.lists(PIECES).map("\n".join))
def test_the_lines_of_what_was_read_are_lines_of_the_text(text: str) -> None:
    last = len(document_of(text).blocks) and max(
        (line.number for line in document_of(text).lines()), default=0
    )
    found = read(document_of(text))
    lines = [doing.title.line for doing in found.activities]
    lines += [problem.line for problem in found.problems if problem.line]
    assert all(1 <= line <= last for line in lines)
