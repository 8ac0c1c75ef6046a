"""What holds of an answer whatever is asked, on whatever day, after whatever was said before."""

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from campaign.messages import Reply, plain
from campaign.talk.conversation import ask, show
from campaign.talk.questions import Context, Intent, Span
from tests.campaign.talk.plans import handbook

CAMPAIGNS = ("nam-dinh-2024", "hai-duong-2024")
WORDS = (
    "khi nào ở đâu ai phụ trách hạn nộp hồ sơ còn mấy ngày nữa lễ phát động hội thao hội chợ cái đó"
    " CoopGold CoopStar thế còn đầu tiên cuối cùng tiếp theo hôm đó ông ấy 11/4 31/2 tháng sau 15/3"
    " trước mục III.8 số 99 kế hoạch chủ đề thông điệp nghị quyết 20 kinh phí cảm ơn bạn là ai 9999"
    " mấy giờ văn phòng làm gì why when where who deadline the first one next week it <b> &lt; ' ;"
    " -- 3* đc ko j z ntn hs đk lm ptrào lôg ggồm 31/12/9999 năm 1 0 😀 \u200b \ud800 e\u0301"
).split()
CARRIED = [
    *(intent.value for intent in Intent),
    *(f"which:{intent.value}" for intent in Intent),
    "which:",
    "no such intent",
]

campaigns = st.sampled_from(CAMPAIGNS)
soup = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
texts = st.one_of(st.text(st.characters(), max_size=80), soup)
days = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31))
contexts = st.builds(
    Context,
    intent=st.one_of(st.just(""), st.sampled_from(CARRIED)),
    activities=st.lists(st.integers(-1, 14), max_size=4).map(tuple),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    unit=st.sampled_from(["", "Văn phòng", "không có"]),
    person=st.sampled_from(["", "Trần Văn Phiệt", "Trần Văn Quân", "không có"]),
    fact=st.sampled_from(["", "Luật Hợp tác xã năm 2023", "Luật HTX năm 2023", "không có"]),
)


def is_sound(reply: Reply) -> bool:
    """Whether a channel can send it: some text, and buttons that Telegram takes."""
    pressed = [button for row in reply.buttons for button in row]
    return bool(plain(reply.text).strip()) and all(
        button.label and 1 <= len(button.data.encode()) <= 64 for button in pressed
    )


@given(campaign=campaigns, text=texts, today=days, before=contexts)
@example(
    campaign="nam-dinh-2024",
    text="hạn tiếp theo",
    today=datetime.date(2024, 3, 8),
    before=Context(Intent.DEADLINES, end=datetime.date.max),
)
@settings(deadline=None, max_examples=300)
def test_every_message_gets_an_answer(
    campaign: str, text: str, today: datetime.date, before: Context
) -> None:
    turn = ask(handbook(campaign), text, today, before)
    assert is_sound(turn.reply)
    assert Context.from_json(turn.context.to_json()) == turn.context


@given(
    campaign=campaigns,
    intent=st.sampled_from(Intent),
    today=days,
    number=st.integers(-1, 14),
    page=st.integers(-1, 14),
)
@settings(deadline=None, max_examples=300)
def test_every_button_gets_an_answer(
    campaign: str, intent: Intent, today: datetime.date, number: int, page: int
) -> None:
    pressed = show(handbook(campaign), intent, today, activity=number, page=page)
    assert is_sound(pressed.reply)


@given(campaign=campaigns, start=st.dates(), length=st.integers(0, 800), today=days)
@settings(deadline=None)
def test_every_stretch_of_days_gets_an_answer(
    campaign: str, start: datetime.date, length: int, today: datetime.date
) -> None:
    end = datetime.date.fromordinal(min(start.toordinal() + length, datetime.date.max.toordinal()))
    asked = show(handbook(campaign), Intent.AGENDA, today, span=Span("", start, end, "range"))
    assert is_sound(asked.reply)


def facts(value: object) -> Iterator[str]:
    """Every statement and name of a plan, but not the words that people use for them."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("id", "keywords", "aliases", "kind", "section", "award"):
                yield from facts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from facts(item)
    elif isinstance(value, str):
        yield value.lower()


@pytest.mark.parametrize(("own", "other"), [CAMPAIGNS, CAMPAIGNS[::-1]])
def test_an_answer_never_borrows_a_fact_of_another_plan(own: str, other: str) -> None:
    told = "\n".join(facts(handbook(own).plan))
    foreign = {fact for fact in facts(handbook(other).plan) if fact not in told and len(fact) > 3}
    assert len(foreign) > 100
    for activity in handbook(other).plan.activities:
        for name in (activity.name, activity.name_en or "", activity.title, *activity.aliases):
            for asked in (
                "{} khi nào?",
                "{} ở đâu",
                "ai phụ trách {}",
                "{} làm gì",
                "hạn {}",
                "{}",
            ):
                turn = ask(handbook(own), asked.format(name), datetime.date(2024, 3, 8))
                answer = plain(turn.reply.text).lower()
                assert not [fact for fact in foreign if fact in answer], asked.format(name)
