"""Sentence templates: what they stand for, and where they are found."""

import pytest

from campaign.language.templates import Found, Phrases, longest
from campaign.language.words import words
from tests.campaign.language.phrases import expand


def found(phrases: Phrases, sentence: str) -> set[tuple[str, str]]:
    """The labels beside the words that they were found in."""
    said = words(sentence)
    return {
        (each.label, " ".join(word.text for word in said[each.start : each.end]))
        for each in phrases.find(said)
    }


@pytest.mark.parametrize(
    ("template", "sentences"),
    [
        ("hạn chót", ["hạn chót"]),
        ("(khi|lúc) nào", ["khi nào", "lúc nào"]),
        ("ở (những)? đâu", ["ở những đâu", "ở đâu"]),
        ("(do|bởi)? ai (chủ trì|lo)", ["do ai chủ trì", "do ai lo", "bởi ai chủ trì", "bởi ai lo",
                                       "ai chủ trì", "ai lo"]),
    ],
)  # fmt: skip
def test_a_template_stands_for_sentences(template: str, sentences: list[str]) -> None:
    assert list(expand(template)) == sentences


@pytest.mark.parametrize(
    "template",
    ["(khi|lúc) nào", "(ở|tại)? (đâu|nơi nào)", "hạn (nộp|chót) (hồ sơ)?", "(a b|c)? (d)? e (f)?"],
)
def test_every_sentence_of_a_template_is_found_and_nothing_shorter(template: str) -> None:
    phrases = Phrases({"asked": [template]})
    sentences = list(expand(template))
    for sentence in sentences:
        assert ("asked", sentence) in found(phrases, f"xin {sentence} nhé")
    assert {said for _, said in found(phrases, "a b xin hạn d nơi tại")} <= set(sentences)


def test_a_template_whose_parts_may_all_be_left_out_is_not_found_in_nothing() -> None:
    phrases = Phrases({"asked": ["(vâng)? (dạ)?"]})
    assert found(phrases, "xin chào") == set()
    assert found(phrases, "dạ chào") == {("asked", "dạ")}


def test_marks_may_be_left_out_but_not_be_others() -> None:
    phrases = Phrases({"asked": ["ở đâu"]})
    assert found(phrases, "hội thao o dau") == {("asked", "o dau")}
    assert found(phrases, "ở đầu") == set()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("hạn nộp hồ sơ", True),
        ("hạn nộp hồ sở", True),  # a slip in four words
        ("hán nộp hồ sở", True),  # two in four
        ("hán nốp hồ sở", False),
        ("hồ sở", False),  # too short for a slip
        ("hồ so", True),
    ],
)
def test_a_long_phrase_forgives_slips(typed: str, seen: bool) -> None:
    phrases = Phrases({"dossier": ["(hạn nộp)? hồ sơ"]})
    assert bool(found(phrases, typed)) is seen


def test_names_of_a_plan_forgive_a_slip_in_two_words() -> None:
    phrases = Phrases({"activity:1": ["hội thao"]}, forgiving=2)
    assert found(phrases, "hôi thao") == {("activity:1", "hôi thao")}
    assert found(phrases, "hôi tháo") == set()


def test_a_strict_single_word_wants_its_marks() -> None:
    phrases = Phrases({"attribute:loan": ["vay", "vậy vốn"], "small:yes": ["vậy"]},
                      strict=("small:",))  # fmt: skip
    assert found(phrases, "vậy") == {("small:yes", "vậy")}
    assert found(phrases, "vay") == {("attribute:loan", "vay")}
    assert found(phrases, "vay von") == {("attribute:loan", "vay"), ("attribute:loan", "vay von")}


def test_a_strict_word_that_has_no_marks_is_found_as_it_is() -> None:
    phrases = Phrases({"small:hi": ["hello", "chào"]}, strict=("small:",))
    assert found(phrases, "hello") == {("small:hi", "hello")}
    assert found(phrases, "chao") == set()


def test_of_overlapping_phrases_the_longest_is_kept() -> None:
    phrases = Phrases({"when": ["khi nào"], "deadline": ["hạn nộp khi nào"], "work": ["nộp"]})
    kept = longest(phrases.find(words("hạn nộp khi nào ạ")))
    assert [(each.label, each.start, each.end) for each in kept] == [("deadline", 0, 4)]


def test_two_meanings_of_the_same_words_are_both_kept_in_the_order_of_the_sentence() -> None:
    kept = longest([Found("b", 2, 4), Found("award", 0, 2), Found("activity", 0, 2)])
    assert {each.label for each in kept[:2]} == {"award", "activity"}
    assert kept[2] == Found("b", 2, 4)


def test_a_slip_is_worth_a_word_and_the_weak_give_way() -> None:
    slipped, exact = Found("slipped", 0, 3, slips=1), Found("exact", 1, 4)
    assert longest([slipped, exact]) == [exact]
    weak, strong = Found("filler", 0, 2), Found("facet:when", 1, 3)
    assert longest([weak, strong], weak=("filler",)) == [strong]
    assert longest([weak, strong]) == [weak]


def test_a_long_message_is_searched_in_one_pass() -> None:
    phrases = Phrases({"when": ["(khi|lúc) nào"], "where": ["(ở|tại)? đâu"]})
    labels = [each.label for each in phrases.find(words("khi nào ở đâu " * 200))]
    assert labels.count("when") == 200
    assert labels.count("where") == 400  # "ở đâu", and "đâu" by itself
