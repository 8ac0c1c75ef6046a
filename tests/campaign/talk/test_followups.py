"""Turns that lean on the turn before, and the context that is kept between them."""

import datetime

import pytest

from campaign.messages import plain
from campaign.talk.conversation import Turn, ask, show
from campaign.talk.questions import Context, Intent
from tests.campaign.talk.plans import handbook

TODAY = datetime.date(2024, 3, 8)
NAM_DINH, HAI_DUONG = "nam-dinh-2024", "hai-duong-2024"


def turns(campaign: str, *texts: str) -> list[Turn]:
    """The turns of a conversation; between them the context is kept as JSON, as in a database."""
    told: list[Turn] = []
    for text in texts:
        before = Context.from_json(told[-1].context.to_json()) if told else None
        told.append(ask(handbook(campaign), text, TODAY, before))
    return told


def seen(turn: Turn) -> str:
    return " ".join([turn.intent.value, *map(str, turn.activities)])


@pytest.mark.parametrize(
    ("campaign", "dialogue"),
    [
        # other sides of the same activity
        (NAM_DINH, [("hội thao khi nào?", "when 4"), ("ở đâu?", "where 4"),
                    ("ai phụ trách?", "lead 4"), ("còn thành phần tham dự?", "participants 4")]),
        (HAI_DUONG, [("hội thao khi nào?", "when 2"), ("thế còn địa điểm?", "where 2"),
                     ("mấy giờ?", "not_stated 2"), ("ai phụ trách?", "lead 2")]),
        # the same side of another activity
        (NAM_DINH, [("hội thao ai chủ trì", "lead 4"), ("còn hội chợ?", "lead 5")]),
        # an activity to be named, or picked from what was listed
        (HAI_DUONG, [("ở đâu?", "which"), ("hội thao", "where 2")]),
        (NAM_DINH, [("tuần sau có gì?", "agenda 8 9"), ("cái đầu tiên", "card 8")]),
        (NAM_DINH, [("có những hoạt động gì", "overview"), ("cái đầu tiên ở đâu?", "where 1")]),
        (NAM_DINH, [("11/4 có gì", "agenda 2 4 6"), ("ở đâu?", "where 2 4 6")]),
        # other days
        (NAM_DINH, [("11/4 có gì", "agenda 2 4 6"), ("còn tháng 10?", "agenda 3")]),
        # people, parts and documents
        (NAM_DINH, [("ai ký kế hoạch", "signer"), ("ông ấy giữ chức vụ gì?", "person")]),
        (NAM_DINH, [("cao điểm khi nào", "peak"), ("còn mấy ngày nữa?", "countdown")]),
        (NAM_DINH, [("thông điệp là gì", "slogans"), ("có mấy câu?", "slogans")]),
        (NAM_DINH, [("kinh phí lấy từ đâu?", "budget"), ("ai phụ trách việc đó?", "organisation")]),
        (NAM_DINH, [("công văn 261 là gì", "bases"), ("của cơ quan nào?", "bases")]),
    ],
)  # fmt: skip
def test_a_turn_is_understood_in_the_light_of_the_one_before(
    campaign: str, dialogue: list[tuple[str, str]]
) -> None:
    told = turns(campaign, *(text for text, _ in dialogue))
    assert [seen(turn) for turn in told] == [expected for _, expected in dialogue]


@pytest.mark.parametrize(
    "between",
    ["cảm ơn nhé", "xin chào", "bạn là ai?", "thời tiết hôm nay thế nào", "31/2 có gì", "😀"],
)
def test_what_says_nothing_of_the_plan_does_not_change_the_subject(between: str) -> None:
    told = turns(NAM_DINH, "CoopGold hạn khi nào?", between, "ai phụ trách?")
    assert told[1].context == told[0].context
    assert seen(told[2]) == "lead 8"


def test_one_deadline_after_another_until_there_is_none_left() -> None:
    told = turns(NAM_DINH, "hạn gần nhất?", *["còn hạn tiếp theo?"] * 3)
    answers = [plain(turn.reply.text) for turn in told]
    assert "14/3/2024" in answers[0]
    assert "30/6/2024" in answers[1]
    assert answers[2] == answers[3] == "Không còn hạn chót nào phía trước."


def test_a_picked_button_is_a_context_as_well() -> None:
    picked = show(handbook(NAM_DINH), Intent.WHERE, TODAY, activity=1)
    after = ask(handbook(NAM_DINH), "khi nào?", TODAY, picked.context)
    assert seen(after) == "when 1"


def test_an_activity_or_person_that_left_the_plan_is_not_referred_to() -> None:
    gone = Context(Intent.WHEN, activities=(99,), person="Chị A")
    assert seen(ask(handbook(NAM_DINH), "ở đâu?", TODAY, gone)) == "which"
    assert ask(handbook(NAM_DINH), "chị ấy giữ chức gì?", TODAY, gone).intent is not Intent.PERSON


@pytest.mark.parametrize(
    "context",
    [
        Context(),
        Context("agenda", (3, 2), datetime.date(2024, 4, 11), None, "Văn phòng"),
        Context("which:where", (1,), person="Trần Văn Quân", fact="Luật “HTX” 2023"),
    ],
)
def test_a_context_is_kept_as_json(context: Context) -> None:
    assert Context.from_json(context.to_json()) == context


@pytest.mark.parametrize(
    "kept",
    ["", "{}", "[]", "null", "[1,2]", "not json", '["when", 7, null, null, "", "", ""]',
     '["when", [1e999], null, null, "", "", ""]', '["when", [], "31/2", null, "", "", ""]',
     '["when", ["a"], null, null, "", "", ""]', "[" * 100_000],
)  # fmt: skip
def test_a_context_that_cannot_be_read_is_forgotten(kept: str) -> None:
    assert Context.from_json(kept) == Context()


@pytest.mark.parametrize("before", ["lễ phát động ở đâu?", "tháng 4 có gì?"])
def test_after_what_has_no_deadline_the_deadlines_are_those_of_the_plan(before: str) -> None:
    asked = turns(NAM_DINH, before, "hạn nộp hồ sơ khi nào?")[1]
    assert "14/3/2024" in plain(asked.reply.text)
