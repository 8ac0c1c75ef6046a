"""Questions that take a day for granted, and words that name several things or none."""

import datetime

import pytest

from campaign.messages import plain
from campaign.talk.conversation import ask
from campaign.talk.questions import Intent
from tests.campaign.talk.plans import handbook

TODAY = datetime.date(2024, 3, 10)


def told(text: str, campaign: str = "nam-dinh-2024") -> str:
    return plain(ask(handbook(campaign), text, TODAY).reply.text)


@pytest.mark.parametrize(
    "text",
    [
        "lễ phát động ngày 28/3 đúng không",
        "hội thao tháng 4 đúng không",
        "coopgold hạn 14/3 đúng ko",
    ],
)
def test_what_the_plan_says_is_confirmed(text: str) -> None:
    assert told(text).startswith("Đúng theo kế hoạch.")


@pytest.mark.parametrize(
    "text",
    [
        "lễ phát động ngày 20/3 phải không",
        "hội thao tháng 5 phải không",
        "hạn coopgold là 20/3 phải không",
    ],
)
def test_what_the_plan_rules_out_is_denied(text: str) -> None:
    assert told(text).startswith("Không phải")


def test_a_day_within_a_month_is_neither_confirmed_nor_denied() -> None:
    assert told("hội thao 11/4 đúng không").startswith("Kế hoạch không nêu ngày cụ thể.")


def test_the_day_of_a_deadline_before_it_is_answered_with_the_last_safe_day() -> None:
    answer = told("hạn coopgold là 15/3 phải không")
    assert answer.startswith("Tôn vinh")
    assert "14/3/2024" in answer


@pytest.mark.parametrize("text", ["hoạt động số 5", "hoạt động 5", "mục 5", "activity 5"])
def test_an_activity_by_its_number_is_shown_whole(text: str) -> None:
    turn = ask(handbook("nam-dinh-2024"), text, TODAY)
    assert (turn.intent, turn.activities) == (Intent.CARD, (5,))


@pytest.mark.parametrize("text", ["hồ sơ", "ai phụ trách hồ sơ?", "nộp hồ sơ ở đâu"])
def test_dossiers_are_asked_for_by_two_activities(text: str) -> None:
    turn = ask(handbook("nam-dinh-2024"), text, TODAY)
    assert (turn.intent, turn.activities) == (Intent.WHICH, (8, 9))


@pytest.mark.parametrize("text", ["cúp vàng", "cup vàng ngôi sao việt nam"])
def test_the_award_of_another_plan_is_set_right(text: str) -> None:
    assert "CoopStar" in told(text, "hai-duong-2024").splitlines()[0]


@pytest.mark.parametrize(
    ("text", "said"), [("11/4/1946 là ngày gì", "1946"), ("11/4/1964 là ngày gì", "1964")]
)
def test_a_day_of_the_past_that_the_plan_tells_of(text: str, said: str) -> None:
    turn = ask(handbook("nam-dinh-2024"), text, TODAY)
    assert turn.intent is Intent.HISTORY
    assert said in plain(turn.reply.text)


def test_a_document_by_the_day_it_was_signed() -> None:
    assert "261" in told("công văn ngày 1/3/2024")
    assert "23-CTr" in told("15/9/2022 có văn bản gì")


def test_a_unit_that_the_plan_does_not_know_has_no_work_in_it() -> None:
    turn = ask(handbook("hai-duong-2024"), "phòng phong trào làm gì", TODAY)
    assert turn.intent is Intent.NOT_STATED


@pytest.mark.parametrize(
    "text", ["theme", "slogans", "budget", "deadlines", "overview", "activities in May"]
)
def test_one_english_word_is_answered_in_english(text: str) -> None:
    assert ask(handbook("nam-dinh-2024"), text, TODAY).language == "en"


def test_a_day_that_no_calendar_has_is_named_once() -> None:
    assert "ngày ngày" not in told("ngày 30/2 có gì").lower()
