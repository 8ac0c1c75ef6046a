"""Telegram's HTML: what becomes of tags, and what is refused with which words."""

import unicodedata
from typing import Any

import pytest

from sandbox.entities import found_in, trimmed, utf16_length, with_found
from sandbox.errors import ApiError
from sandbox.markup import parse_html


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length} | more


ACCEPTED = [
    ("Hạn nộp: 14/3", "Hạn nộp: 14/3", []),
    ("<b>Hạn</b> 14/3", "Hạn 14/3", [entity("bold", 0, 3)]),
    ("😀 <b>Hạn</b>", "😀 Hạn", [entity("bold", 3, 3)]),
    ("<B>a</B><STRONG>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
    ("<b>a <i>b</i></b>", "a b", [entity("italic", 2, 1), entity("bold", 0, 3)]),
    ("<b>a</>", "a", [entity("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    (
        "<s>a</s><strike>b</strike><del>c</del>",
        "abc",
        [entity("strikethrough", n, 1) for n in range(3)],
    ),
    ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
    ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
    ("<code>x</code>", "x", [entity("code", 0, 1)]),
    (
        '<pre><code class="language-python">x</code></pre>',
        "x",
        [entity("pre", 0, 1, language="python")],
    ),
    (
        '<a href="https://vca.org.vn">x</a>',
        "x",
        [entity("text_link", 0, 1, url="https://vca.org.vn/")],
    ),
    (
        "<a href='http://a.vn/b?c=1&amp;d'>x</a>",
        "x",
        [entity("text_link", 0, 1, url="http://a.vn/b?c=1&d")],
    ),
    ("<a>a.vn</a>", "a.vn", [entity("text_link", 0, 4, url="http://a.vn/")]),
    ('<a href="không">x</a>', "x", []),
    ('<a href="tg://user?id=5">Chị A</a>', "Chị A", [entity("text_mention", 0, 5, user_id=5)]),
    (
        '<tg-time unix="1764640800" format="wDT">19:00</tg-time>',
        "19:00",
        [entity("date_time", 0, 5, unix_time=1764640800, date_time_format="wDT")],
    ),
    ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
    ("&#9989; &#x2705;", "✅ ✅", []),
    ("&nbsp; & &#0; &#xD800;", "&nbsp; & &#0; &#xD800;", []),
    ("1 &lt; 2 &amp;&amp; 3", "1 < 2 && 3", []),
]

REFUSED = [
    ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
    ("Đây là <p>x</p>", 'Unsupported start tag "p" at byte offset 10'),
    ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
    ("a<b", "Unclosed start tag at byte offset 1"),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]


@pytest.mark.parametrize(("source", "text", "entities"), ACCEPTED)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[dict[str, Any]]
) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(("source", "why"), REFUSED)
def test_broken_html_is_refused_in_telegrams_words(source: str, why: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert (refusal.value.code, refusal.value.description) == (
        400,
        f"Bad Request: can't parse entities: {why}",
    )


FOUND = [
    ("chào bà con", []),
    ("/lich 11/4", [("bot_command", "/lich")]),
    ("/lich@htx_bot 11/4", [("bot_command", "/lich@htx_bot")]),
    ("họp 11/4/2024 nhé", []),
    ("😀 @htx_bot ơi", [("mention", "@htx_bot")]),
    ("a@b.vn và vca.org.vn.", [("email", "a@b.vn"), ("url", "vca.org.vn")]),
    ("xem https://vca.org.vn/a?b=1, nhé", [("url", "https://vca.org.vn/a?b=1")]),
    ("#hội_thao2024", [("hashtag", "#hội_thao2024")]),
    ("Ông A.Ông B", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_entities_are_found_in_plain_text(text: str, wanted: list[tuple[str, str]]) -> None:
    units = text.encode("utf-16-le")
    found = [
        (
            found["type"],
            units[2 * found["offset"] : 2 * (found["offset"] + found["length"])].decode(
                "utf-16-le"
            ),
        )
        for found in found_in(text)
    ]
    assert found == wanted


def test_decomposed_vietnamese_counts_every_mark() -> None:
    assert utf16_length(unicodedata.normalize("NFC", "Hội")) == 3
    assert utf16_length(unicodedata.normalize("NFD", "Hội")) == 5
    assert utf16_length("😀") == 2


def test_nothing_is_found_inside_code() -> None:
    given = [entity("code", 0, 5)]
    assert with_found("/lich @htx_bot", given) == [*given, entity("mention", 6, 8)]


def test_white_space_at_the_ends_goes_and_entities_move() -> None:
    assert trimmed("  Hạn  ", [entity("bold", 0, 7), entity("italic", 0, 2)]) == (
        "Hạn",
        [entity("bold", 0, 3)],
    )
