"""Words as people spell them: which ones may be the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.language.words import word, words, words_before

SYLLABLES = "hợp tác xã đối thoại nghị quyết hoá khoẻ thuỷ ký quý giỗ ngoại trưởng đường".split()


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("hóa", "hoá"),  # the tone may stand on either vowel
        ("khỏe", "khoẻ"),
        ("thủy", "thuỷ"),
        ("Đối", "đối"),
        ("HỢP", "hợp"),
        ("hop", "hợp"),  # left out is not wrong
        ("doi", "đối"),
        ("3", "3"),
    ],
)
def test_these_are_the_same_word(typed: str, known: str) -> None:
    assert word(typed).spells(word(known))


@pytest.mark.parametrize(
    ("typed", "known"),
    [("hộp", "hợp"), ("đói", "đối"), ("đoi", "đối"), ("hợp", "hop"), ("ký", "kỳ")],
)
def test_diacritics_that_were_typed_count(typed: str, known: str) -> None:
    assert not word(typed).spells(word(known))


@given(st.sampled_from(SYLLABLES))
def test_a_word_without_any_or_with_all_of_its_marks_is_found(syllable: str) -> None:
    known = word(syllable)
    assert word(syllable.upper()).spells(known)
    assert word(known.folded).spells(known)
    assert not word(known.folded).marked


def test_signs_part_words_and_fall_away() -> None:
    said = words("Nghị quyết 20-NQ/TW, “hội_thao”: 3* (OCOP)!")
    assert [each.text for each in said] == (
        ["nghị", "quyết", "20", "nq", "tw", "hội", "thao", "3", "ocop"]
    )
    assert words("😀 !!! ★") == ()


@given(st.text())
def test_every_word_is_part_of_the_text(text: str) -> None:
    kept = unicodedata.normalize("NFC", text).lower()
    assert all(each.text in kept for each in words(unicodedata.normalize("NFC", text)))


def test_words_are_listed_by_the_word_after_them() -> None:
    pairs = [("phat", "dong"), ("hoat", "dong"), ("phong", "trao")]
    assert words_before(pairs) == {"dong": ("hoat", "phat"), "trao": ("phong",)}
