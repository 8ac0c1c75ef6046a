"""`loa ask` goes the way of a chat."""

import datetime
from collections.abc import Iterator

import pytest

from campaign.talk.handbook import Handbook
from handlers.rehearsal import Rehearsal
from handlers.visits import Front
from storage.database import Database

MARCH_8 = datetime.date(2024, 3, 8)


@pytest.fixture
def rehearsal(handbooks: dict[str, Handbook]) -> Iterator[Rehearsal]:
    database = Database()
    database.upgrade()
    yield Rehearsal(Front(handbooks, "song-xanh-2024", "htx_bot"), database)
    database.close()


def test_a_question_gets_its_answer(rehearsal: Rehearsal) -> None:
    (answer,) = rehearsal.converse(["lễ phát động ở đâu?"], MARCH_8)

    assert answer
    assert "Bến Đò" in answer


def test_a_campaign_can_be_named(rehearsal: Rehearsal) -> None:
    (answer,) = rehearsal.converse(["lễ phát động ở đâu?"], MARCH_8, campaign="nui-cao-2024")

    assert answer
    assert "bản Thượng" in answer


def test_texts_are_one_conversation_and_the_next_call_is_another(rehearsal: Rehearsal) -> None:
    _, follow_up = rehearsal.converse(["hội thao ở đâu?", "ai chủ trì?"], MARCH_8)
    (alone,) = rehearsal.converse(["ai chủ trì?"], MARCH_8)

    assert "Phòng Thi đua" in str(follow_up)
    assert "Phòng Thi đua" not in str(alone)


def test_in_a_group_silence_is_none(rehearsal: Rehearsal) -> None:
    said = ["Ôi đẹp quá", "@htx_bot lễ phát động ở đâu?", "/homnay", "/lich@other_bot"]

    answers = rehearsal.converse(said, MARCH_8, kind="group")

    assert [answer is None for answer in answers] == [True, False, False, True]


def test_a_reply_to_the_bot_is_answered_in_a_group(rehearsal: Rehearsal) -> None:
    (answer,) = rehearsal.converse(["hội thao ở đâu?"], MARCH_8, kind="group", reply_to_bot=True)

    assert answer
    assert "Cầu Tre" in answer


def test_the_day_is_the_one_given(rehearsal: Rehearsal) -> None:
    launch = datetime.date(2024, 4, 11)
    ((on,), (before,)) = (
        rehearsal.converse(["/homnay"], day)
        for day in (launch, launch - datetime.timedelta(days=1))
    )

    assert "Lễ phát động" in str(on)
    assert "Lễ phát động" not in str(before)


def test_decomposed_letters_are_the_same_letters(rehearsal: Rehearsal) -> None:
    composed, decomposed = (
        rehearsal.converse([text], MARCH_8)
        for text in ("hội thao ở đâu?", "hô\u0323i thao ơ\u0309 đâu?")
    )

    assert composed == decomposed
