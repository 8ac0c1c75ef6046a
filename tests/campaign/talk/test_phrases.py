"""Every sentence is there in both languages, and every question has an answer."""

import datetime
import re
from pathlib import Path
from string import Formatter

import pytest

import campaign.talk
from campaign.messages import Language
from campaign.talk.answers.compose import answer
from campaign.talk.phrases import PHRASES, say
from campaign.talk.questions import Intent, Question
from tests.campaign.talk.plans import handbook

TODAY = datetime.date(2024, 3, 8)
SOURCES = "\n".join(
    path.read_text("utf-8")
    for path in Path(campaign.talk.__path__[0]).rglob("*.py")
    if path.name != "phrases.py"
)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", PHRASES)
def test_a_sentence_says_the_same_in_both_languages(key: str) -> None:
    vietnamese, english = PHRASES[key]
    assert vietnamese.strip()
    assert english.strip()
    assert fields(vietnamese) == fields(english)


@pytest.mark.parametrize("key", PHRASES)
def test_every_sentence_is_said_somewhere(key: str) -> None:
    sides = {"when", "where", "lead", "coordinating", "participants", "content"}
    of_a_side = key.startswith("no_") and key.removeprefix("no_") in sides
    assert of_a_side or key in {*Intent} or re.search(rf"[\"']{key}[\"']", SOURCES)


def test_commands_are_named_in_the_language_of_the_sentence() -> None:
    help_in: dict[Language, str] = {
        language: say(language, "help", title="", issuer="") for language in ("vi", "en")
    }
    assert "/thongdiep" in help_in["vi"]
    assert "/messages" in help_in["en"]


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_of_question_is_answered(intent: Intent, language: Language) -> None:
    question = Question(intent, language, activities=(1,))
    assert answer(handbook("nam-dinh-2024"), question, TODAY).text
