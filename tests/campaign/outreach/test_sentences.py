from string import Formatter
from typing import get_args

import pytest

from campaign.messages import Language
from campaign.outreach.sentences import SENTENCES, Sentence

LANGUAGES: tuple[Language, ...] = get_args(Language)
ALL: tuple[Sentence, ...] = get_args(Sentence)


def facts(sentence: Sentence, language: Language) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(SENTENCES[sentence][language]) if name}


def test_there_is_a_sentence_in_every_language() -> None:
    assert set(SENTENCES) == set(ALL)
    assert all(set(sentences) == set(LANGUAGES) for sentences in SENTENCES.values())


@pytest.mark.parametrize("sentence", ALL)
def test_both_languages_say_the_same_facts(sentence: Sentence) -> None:
    assert facts(sentence, "vi") == facts(sentence, "en")
