from string import Formatter
from typing import get_args

import pytest

from campaign.messages import Bold, Language, plain
from campaign.talk.notices import NOTICES, Notice, say

LANGUAGES: tuple[Language, ...] = get_args(Language)
ALL: tuple[Notice, ...] = get_args(Notice)
ON_A_BUTTON: tuple[Notice, ...] = ("admins_only", "old_button", "write_as_yourself")


def facts(notice: Notice, language: Language) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(NOTICES[notice][language]) if name}


def test_there_is_a_sentence_for_every_notice_in_every_language() -> None:
    assert set(NOTICES) == set(ALL)
    assert all(set(sentences) == set(LANGUAGES) for sentences in NOTICES.values())


@pytest.mark.parametrize("notice", ALL)
def test_both_languages_say_the_same_facts(notice: Notice) -> None:
    assert facts(notice, "vi") == facts(notice, "en")


def test_facts_are_shown_in_bold_and_are_no_templates() -> None:
    text = say("campaign_chosen", "en", plan="A <b> {0}", issuer="B")

    assert [run for run in text if isinstance(run, Bold)] == [Bold("A <b> {0}"), Bold("B")]
    assert plain(text) == "From now on I answer here from the plan A <b> {0} of B."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", ON_A_BUTTON)
def test_a_notice_on_a_button_is_no_longer_than_telegram_shows(
    notice: Notice, language: Language
) -> None:
    assert len(plain(say(notice, language))) <= 200
