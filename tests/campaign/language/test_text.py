"""Text from a phone, a copied web page or JSON, in one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.language.text import clean, fold

any_text = st.text(st.characters())
"""Lone surrogates included."""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Hợp tác xã", "Hợp tác xã"),
        (unicodedata.normalize("NFD", "Hợp tác xã"), "Hợp tác xã"),
        ("h\u00f4\u0323i thao", "hội thao"),  # an old keyboard: ô and a dot below
        ("hội\u200b thao\ufeff", "hội thao"),
        ("lễ\u00ad phát\u2060 động\u200f", "lễ phát động"),
        ("o\u200b\u0301", "ó"),  # what is invisible parts no letter from its tone
        ("", ""),
    ],
)
def test_text_is_cleaned_at_the_door(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_half_a_character_becomes_a_sign_that_can_be_stored() -> None:
    kept = clean("hạn \ud83d nộp")
    assert (kept[:4], kept[5:]) == ("hạn ", " nộp")
    assert kept[4] not in "\ud83d "


def test_what_no_database_stores_becomes_a_space_and_lines_stay_lines() -> None:
    assert clean("hạn\x00nộp\x07 hồ\x7fsơ\tlà\r\n14/3") == "hạn nộp  hồ sơ\tlà\r\n14/3"


@pytest.mark.parametrize(
    ("said", "folded"),
    [
        ("Hội Đồng", "hoi dong"),
        ("ĐỐI THOẠI", "doi thoai"),
        ("ưu ươ ăâ", "uu uo aa"),
        ("3★ Ⅷ ß", "3★ ⅷ ß"),
        ("İstanbul", "istanbul"),
    ],
)
def test_folding_leaves_bare_small_letters(said: str, folded: str) -> None:
    assert fold(said) == folded


@given(any_text)
def test_clean_text_can_be_stored_and_is_not_changed_again(text: str) -> None:
    kept = clean(text)
    assert kept.encode() is not None
    assert "\x00" not in kept
    assert unicodedata.is_normalized("NFC", kept)
    assert clean(kept) == kept


@given(st.text())
def test_an_offset_into_the_fold_is_an_offset_into_the_text(text: str) -> None:
    kept = clean(text)
    assert len(fold(kept)) == len(kept)
    assert fold(fold(kept)) == fold(kept)
