"""A conversation goes on, each person's own, for half an hour; questions are logged."""

import logging
import time

import pytest
from sqlalchemy import select

from handlers.questions import LONGEST
from storage.tables import MEMBERS, QUESTIONS
from tests.handlers.bot import ANONYMOUS, GROUP, MEMBER, NEIGHBOUR, OTHER_GROUP, PRIVATE, Bot

PLACE, LEAD = "Cầu Tre", "Phòng Thi đua"
QUESTION, FOLLOW_UP = "hội thao ở đâu?", "ai chủ trì?"


def test_a_follow_up_refers_to_the_question_before(bot: Bot) -> None:
    assert PLACE in bot.answer(QUESTION)
    assert LEAD in bot.answer(FOLLOW_UP)


def test_the_help_in_between_does_not_end_the_conversation(bot: Bot) -> None:
    bot.answer(QUESTION)
    bot.answer("/help")

    assert LEAD in bot.answer(FOLLOW_UP)


@pytest.mark.parametrize(("minutes", "goes_on"), [(0, True), (30, True), (31, False)])
def test_a_conversation_goes_on_for_half_an_hour(bot: Bot, minutes: int, goes_on: bool) -> None:
    bot.answer(QUESTION)
    bot.wait(minutes=minutes)

    assert (LEAD in bot.answer(FOLLOW_UP)) is goes_on


def test_each_turn_makes_it_go_on(bot: Bot) -> None:
    for text, fact in ((QUESTION, PLACE), (FOLLOW_UP, LEAD), ("ở đâu?", PLACE)):
        assert fact in bot.answer(text)
        bot.wait(minutes=20)


def test_a_conversation_is_one_persons_in_one_chat(bot: Bot) -> None:
    bot.answer(QUESTION, GROUP, reply=True)

    assert LEAD not in bot.answer(FOLLOW_UP, GROUP, NEIGHBOUR, reply=True)
    assert LEAD not in bot.answer(FOLLOW_UP, OTHER_GROUP, MEMBER, reply=True)
    assert LEAD in bot.answer(FOLLOW_UP, GROUP, MEMBER, reply=True)


def test_a_question_is_logged_with_what_was_understood(bot: Bot) -> None:
    bot.answer("@htx_bot hội thao ở đâu?", GROUP)
    bot.answer("/hoi qwrtp zxcvb")

    columns = (
        QUESTIONS.c.asked_at,
        QUESTIONS.c.chat_id,
        QUESTIONS.c.campaign,
        QUESTIONS.c.text,
        QUESTIONS.c.activities,
        QUESTIONS.c.language,
        QUESTIONS.c.answered,
    )
    own = "song-xanh-2024"
    assert [tuple(row) for row in bot.unit.connection.execute(select(*columns))] == [
        (bot.now, GROUP.id, own, "hội thao ở đâu?", [2], "vi", True),
        (bot.now, PRIVATE.id, own, "qwrtp zxcvb", [], "vi", False),
    ]


def test_who_writes_as_the_group_is_no_member(bot: Bot) -> None:
    bot.answer("/homnay", GROUP, ANONYMOUS)
    bot.answer("/homnay", GROUP, NEIGHBOUR)

    assert bot.unit.connection.scalars(select(MEMBERS.c.user_id)).all() == [NEIGHBOUR.id]


def test_no_text_of_a_member_gets_into_the_logs(
    bot: Bot, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)

    bot.answer("hội thao của bà con ở đâu?")
    bot.answer("qwrtp zxcvb")

    written = caplog.text + "".join(capfd.readouterr())
    assert "bà con" not in written
    assert "qwrtp" not in written


def test_of_a_long_text_the_beginning_is_read_without_a_word_about_it(bot: Bot) -> None:
    answer = bot.answer(QUESTION + " " * LONGEST + "x" * 5_000)

    assert PLACE in answer
    assert "1000" not in answer
    (logged,) = bot.unit.connection.scalars(select(QUESTIONS.c.text))
    assert len(logged) == LONGEST


def test_unless_nothing_was_understood(bot: Bot) -> None:
    assert "1000" in bot.answer("qwrtp " * 500)
    assert "1000" not in bot.answer("qwrtp")


@pytest.mark.parametrize("command", ["", "/hoi ", "/lich "])
def test_a_megabyte_takes_no_longer_than_what_is_read_of_it(bot: Bot, command: str) -> None:
    began = time.process_time()
    assert bot.answer(command + "tết " * 250_000)
    assert time.process_time() - began < 2
