import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.html import split, to_html, to_plain
from campaign.messages import Bold, Mono, Text, plain

words = st.text(max_size=80)
runs = st.one_of(words, words.map(Bold), words.map(Mono))
texts = st.lists(runs, max_size=6).map(tuple)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_what_people_typed_is_escaped_and_bold_is_a_tag() -> None:
    text: Text = ("<script>&", Bold('a < b "c"'), "</b>")
    assert to_html(text) == '&lt;script&gt;&amp;<b>a &lt; b "c"</b>&lt;/b&gt;'


def test_a_table_is_shown_in_letters_of_one_width_and_cut_as_such() -> None:
    table: Text = ("Tiến độ\n", Mono("A <1\nB  2"))

    assert to_html(table) == "Tiến độ\n<pre>A &lt;1\nB  2</pre>"
    assert split(table, 12) == [("Tiến độ\n", Mono("A <1")), (Mono("B  2"),)]


@given(texts)
def test_any_text_comes_back_whole_from_its_html(text: Text) -> None:
    shown = to_html(text)
    assert to_plain(shown) == plain(text)
    assert shown.count("<b>") == shown.count("</b>") == sum(isinstance(run, Bold) for run in text)


def test_a_short_text_is_one_message() -> None:
    text: Text = (Bold("Lịch"), "\n11/4: lễ phát động")
    assert split(text) == [text]


@pytest.mark.parametrize("text", [(), ("",), (" \n ",), (Bold("\n"),)])
def test_a_text_of_nothing_is_no_message(text: Text) -> None:
    assert split(text) == []


def test_it_is_cut_between_paragraphs_before_lines_before_words() -> None:
    assert split(("aa bb\ncc\n\ndd ee\nff",), 16) == [("aa bb\ncc",), ("dd ee\nff",)]
    assert split(("aa bb cc\ndd ee ff",), 14) == [("aa bb cc",), ("dd ee ff",)]
    assert split(("aaa bbb ccc",), 8) == [("aaa bbb",), ("ccc",)]


def test_a_border_in_the_first_half_is_left_alone() -> None:
    assert split(("a\n\nbbbb cccc dddd",), 12) == [("a\n\nbbbb cccc",), ("dddd",)]


def test_a_border_exactly_at_the_limit_is_used() -> None:
    assert split(("aaaa bbbb",), 4) == [("aaaa",), ("bbbb",)]


def test_a_word_longer_than_a_message_is_cut_anywhere() -> None:
    assert split(("x" * 10,), 4) == [("xxxx",), ("xxxx",), ("xx",)]


def test_bold_across_a_cut_is_bold_on_both_sides() -> None:
    assert split(("a ", Bold("bbbb cccc"), " d"), 7) == [("a ", Bold("bbbb")), (Bold("cccc"), " d")]


def test_an_emoji_counts_two_and_is_never_cut_in_half() -> None:
    assert split(("😀😀😀",), 5) == [("😀😀",), ("😀",)]


def test_a_full_message_of_telegram_is_one_message() -> None:
    assert len(split(("x" * 4096,))) == 1
    assert len(split(("x" * 4097,))) == 2
    assert len(split(("😀" * 2049,))) == 2


@given(texts, st.integers(min_value=2, max_value=40))
def test_every_message_fits_and_no_visible_character_is_lost(text: Text, limit: int) -> None:
    pieces = split(text, limit)
    assert all(0 < units(plain(piece)) <= limit for piece in pieces)
    assert "".join("".join(plain(piece).split()) for piece in pieces) == "".join(
        plain(text).split()
    )
