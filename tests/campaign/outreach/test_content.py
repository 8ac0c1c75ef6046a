"""What staff write reaches the groups as it was written: its letters, its bold, its links."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.messages import Content, Media
from campaign.outreach.content import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    after_command,
    from_json,
    is_empty,
    normalised,
    to_json,
    too_long,
)

PHOTO = Media("photo", "AgAC")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def entity(kind: str, offset: int, length: int, **more: object) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


def covered(content: Content) -> list[str]:
    encoded = content.text.encode("utf-16-le")
    spans = [(each["offset"], each["length"]) for each in content.entities]
    return [
        encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le")
        for offset, length in spans
        if isinstance(offset, int) and isinstance(length, int)
    ]


# Whole letters, as keyboards type them: composed, decomposed, outside of the BMP, joined.
letters = st.sampled_from(
    [
        "a",
        " ",
        "ộ",
        "o\u0302\u0323",
        "o\u0323\u0302",
        "e\u0301",
        "đ",
        "📢",
        "👨\u200d👩",
        "\n",
        "한",
    ]
)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[str]]:
    """A text, some spans of whole letters in units of UTF-16, and what they cover."""
    typed = draw(st.lists(letters, min_size=1, max_size=20))
    ends = st.integers(0, len(typed))
    spans = [sorted((draw(ends), draw(ends))) for _ in range(draw(st.integers(0, 4)))]
    words = ["".join(typed[a:b]) for a, b in spans if a < b]
    places = [(units("".join(typed[:a])), units("".join(typed[a:b]))) for a, b in spans if a < b]
    return "".join(typed), places, words


@given(written())
def test_an_entity_covers_the_same_words_afterwards(
    given_text: tuple[str, list[tuple[int, int]], list[str]],
) -> None:
    text, places, words = given_text

    content = normalised(text, [entity("bold", *place) for place in places], None)

    assert content.text == unicodedata.normalize("NFC", text)
    assert covered(content) == [unicodedata.normalize("NFC", each) for each in words]


@given(
    st.text(st.characters() | st.sampled_from("aeo\u0301\u0302\u0323\ud83d📢"), max_size=30),
    st.lists(st.tuples(st.integers(-2, 40), st.integers(-2, 40)), max_size=5),
)
def test_whatever_arrives_the_text_is_sound_and_entities_lie_within_it(
    text: str, places: list[tuple[int, int]]
) -> None:
    content = normalised(text, [entity("italic", *place) for place in places], None)

    assert content.text.encode().decode() == content.text
    assert unicodedata.is_normalized("NFC", content.text)
    assert all(covered(content))
    assert normalised(content.text, content.entities, None) == content


def test_bold_and_links_stay_on_their_words() -> None:
    text = "Ho\u0323\u0302i thao 📢 ngày 11/4"
    link = entity("text_link", 13, 9, url="https://htx.vn")

    content = normalised(text, [entity("bold", 0, 10), link], PHOTO)

    assert content == Content(
        "Hội thao 📢 ngày 11/4",
        (entity("bold", 0, 8), entity("text_link", 11, 9, url="https://htx.vn")),
        PHOTO,
    )
    assert covered(content) == ["Hội thao", " ngày 11/"]


@pytest.mark.parametrize(
    "odd",
    [
        entity("bold", 0, 0),
        entity("bold", -1, 3),
        entity("bold", 3, 100),
        entity("bold", 100, 1),
        {"type": "bold", "offset": "0", "length": 2},
        {"type": "bold"},
    ],
)
def test_an_entity_around_nothing_is_dropped(odd: dict[str, object]) -> None:
    assert normalised("Kính gửi", [odd], None) == Content("Kính gửi")


def test_an_entity_that_ends_inside_of_a_character_ends_after_it() -> None:
    content = normalised("o\u0323\u0302n", [entity("bold", 0, 1), entity("bold", 1, 3)], None)

    assert covered(content) == ["ộ", "n"]
    assert covered(normalised("📢n", [entity("bold", 1, 2)], None)) == ["n"]


def test_half_a_character_becomes_a_sign_that_can_be_stored() -> None:
    assert normalised("hạn \ud83d nộp", [], None) == Content("hạn ? nộp")


def test_joined_signs_stay_joined() -> None:
    family = "👨\u200d👩\u200d👧"
    assert normalised(family, [], None) == Content(family)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/thongbao Kính gửi các HTX", "Kính gửi các HTX"),
        ("/thongbao@htx_bot\nKính gửi", "Kính gửi"),
        ("/announce  Dear all", "Dear all"),
        ("/thongbao", ""),
        ("Kính gửi /thongbao", "Kính gửi /thongbao"),
        ("/a/b là đường dẫn", "/a/b là đường dẫn"),
        ("", ""),
    ],
)
def test_the_command_is_no_part_of_the_announcement(written: str, kept: str) -> None:
    assert after_command(Content(written, (), PHOTO)) == Content(kept, (), PHOTO)


def test_styles_stay_on_their_words_after_the_command() -> None:
    content = Content(
        "/thongbao 📢 Kính gửi",
        (
            entity("bot_command", 0, 9),
            entity("bold", 0, 12),  # from the command into the text
            entity("italic", 13, 8),
        ),
    )

    rest = after_command(content)

    assert rest == Content("📢 Kính gửi", (entity("bold", 0, 2), entity("italic", 3, 8)))
    assert covered(rest) == ["📢", "Kính gửi"]


@pytest.mark.parametrize(
    ("content", "excess"),
    [
        (Content("x" * TEXT_LIMIT), None),
        (Content("x" * 5000), 904),
        (Content("ộ" * TEXT_LIMIT), None),
        (Content("x" * CAPTION_LIMIT, (), PHOTO), None),
        (Content("x" * 1025, (), PHOTO), 1),
        (Content("📢" * 2049), 2),
        (Content(""), None),
    ],
)
def test_what_is_too_long_is_known_before_it_is_sent(content: Content, excess: int | None) -> None:
    assert too_long(content) == excess


@pytest.mark.parametrize("blank", ["", "  \n ", "\u200b\u2060", "\u00a0"])
def test_blanks_are_nothing_but_a_photo_is_something(blank: str) -> None:
    assert is_empty(Content(blank))
    assert not is_empty(Content(blank, (), PHOTO))
    assert not is_empty(Content(f"{blank}."))


@pytest.mark.parametrize(
    "content",
    [
        Content("Kính gửi", (entity("bold", 0, 4),)),
        Content("", (), PHOTO),
        Content("Kính gửi", (entity("text_link", 0, 4, url="https://htx.vn"),), PHOTO),
    ],
)
def test_content_is_kept_as_json(content: Content) -> None:
    assert from_json(json.loads(json.dumps(to_json(content)))) == content
