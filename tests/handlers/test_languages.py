import pytest

from campaign.messages import Sender
from tests.handlers.bot import (
    FOREIGNER,
    GROUP,
    MEMBER,
    PRIVATE,
    Bot,
    data,
    edited,
    notice,
    picked,
    said,
    sent,
)

ENGLISH, VIETNAMESE = "/ask", "/hoi"  # what /hoi without a question answers with


def speaks_english(bot: Bot) -> bool:
    return ENGLISH in bot.answer("/hoi")


@pytest.mark.parametrize(
    "command",
    [
        "/ngonngu en",
        "/Language English",
        "/ngôn_ngữ tiếng Anh",
        "/ngonngu@htx_bot EN",
        "/ngonngu anh",
    ],
)
def test_the_chat_speaks_english_from_then_on(bot: Bot, command: str) -> None:
    assert "English" in bot.answer(command)
    assert speaks_english(bot)


@pytest.mark.parametrize("command", ["/ngonngu vi", "/language Vietnamese", "/ngonngu tiếng Việt"])
def test_and_vietnamese_again(bot: Bot, command: str) -> None:
    bot.answer("/ngonngu en")

    assert "tiếng Việt" in bot.answer(command)
    assert not speaks_english(bot)


@pytest.mark.parametrize("command", ["/ngonngu", "/ngonngu tiếng Lào"])
def test_both_are_offered_when_none_is_named(bot: Bot, command: str) -> None:
    assert data(sent(bot.hears(command))) == ["lang:vi", "lang:en"]
    assert not speaks_english(bot)


def test_a_button_chooses(bot: Bot) -> None:
    after = edited(bot.press("lang:en"))

    assert data(after) == ["lang:vi", "lang:en"]
    assert speaks_english(bot)


@pytest.mark.parametrize("pressed", ["lang:fr", "lang:", "lang:en:vi", "lang"])
def test_a_forged_button_changes_nothing(bot: Bot, pressed: str) -> None:
    assert notice(bot.press(pressed))
    assert not speaks_english(bot)


def test_the_choice_of_the_chat_wins_over_the_language_of_the_app(bot: Bot) -> None:
    bot.answer("/ngonngu vi", GROUP)

    assert ENGLISH not in bot.answer("/hoi", GROUP, FOREIGNER)


def test_questions_are_answered_in_the_language_that_the_chat_chose(bot: Bot) -> None:
    vietnamese = bot.answer("lễ phát động ở đâu?")
    bot.answer("/ngonngu en")

    assert bot.answer("lễ phát động ở đâu?") != vietnamese


def test_a_chat_that_chose_none_follows_each_question(bot: Bot) -> None:
    english = bot.answer("when is the deadline?", PRIVATE, MEMBER)
    vietnamese = bot.answer("hạn chót là ngày nào?", PRIVATE, FOREIGNER)

    assert "14/3" in english
    assert "14/3" in vietnamese
    assert english != vietnamese


def test_buttons_and_commands_go_on_in_the_language_of_the_conversation(bot: Bot) -> None:
    """Many phones in Vietnam are set to English; their owners write Vietnamese."""
    english = bot.answer("/help", PRIVATE, FOREIGNER)
    bot.answer("lễ phát động ở đâu?", PRIVATE, FOREIGNER)

    assert bot.answer("/help", PRIVATE, FOREIGNER) != english
    card = said([picked(bot.press("pick:song-xanh-2024:card:2", PRIVATE, FOREIGNER))])
    assert card == said([picked(bot.press("pick:song-xanh-2024:card:2", PRIVATE, MEMBER))])

    bot.wait(minutes=31)
    assert bot.answer("/help", PRIVATE, FOREIGNER) == english


@pytest.mark.parametrize("sender", [MEMBER, FOREIGNER])
@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [("/hoi", "/ask"), ("/han", "/deadlines"), ("/Hạn", "/DEADLINES"), ("/chude", "/theme")],
)
def test_the_name_of_a_command_chooses_the_language_of_its_answer(
    bot: Bot, sender: Sender, vietnamese: str, english: str
) -> None:
    expected = bot.answer(vietnamese, PRIVATE, MEMBER), bot.answer(english, PRIVATE, FOREIGNER)
    assert expected[0] != expected[1]

    assert bot.answer(vietnamese, GROUP, sender) == expected[0]
    assert bot.answer(english, GROUP, sender) == expected[1]


def test_unless_the_chat_chose_one(bot: Bot) -> None:
    bot.answer("/ngonngu vi")

    assert bot.answer("/deadlines") == bot.answer("/han")


@pytest.mark.parametrize("command", ["/start", "/help", "/xyz"])
def test_a_command_of_both_languages_is_answered_in_that_of_the_app(bot: Bot, command: str) -> None:
    english, vietnamese = (bot.answer(command, PRIVATE, who) for who in (FOREIGNER, MEMBER))

    assert english != vietnamese
