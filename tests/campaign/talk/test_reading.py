"""A message as it is read: shorthand, slips and signs spelt out, dates taken out."""

import datetime

import pytest

from campaign.messages import Language
from campaign.talk.reading import LIMIT, Reading, read
from tests.campaign.talk.plans import handbook

TODAY = datetime.date(2024, 3, 8)


def reading(text: str, campaign: str = "nam-dinh-2024") -> Reading:
    return read(handbook(campaign), text, TODAY)


def spelt(text: str, campaign: str = "nam-dinh-2024") -> str:
    """The words of the message; "…" where a date stood."""
    return " ".join(each.text or each.folded for each in reading(text, campaign).words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # what shorthand means is decided by its neighbours
        ("lm htx", "liên minh htx"),
        ("lm gì", "làm gì"),
        ("phòng pt", "phòng phong trào"),
        ("pt htx", "phong trào htx"),
        ("đt với lãnh đạo tỉnh", "đối thoại với lãnh đạo tỉnh"),
        ("cho xin số đt", "cho xin số điện thoại"),
        ("hs coopgold ntn", "hồ sơ coopgold như thế nào"),
        ("đc ko ạ", "được không ạ"),
        ("nq20", "nghị quyết 20"),
        ("a lô", "a lô"),
        ("a phụ trách", "anh phụ trách"),
        # initials and a syllable, acronyms of the plan's own words
        ("ptrào khởi nghiệp", "phong trào khởi nghiệp"),
        ("ktxh", "kinh te xa hoi"),
        # letters left out, doubled, drawn out, run together, or of the chat
        ("cầu lôg", "cầu lông"),
        ("hộii thaoo", "hội thao"),
        ("hội thaooooo ơiii", "hội thao ơi"),
        ("hộithao", "hội thao"),
        ("lễ fát động", "lễ phát động"),
        ("zậy hả", "vậy hả"),
        # slips
        ("dien dan htx quoc gja", "dien dan htx quoc gia"),
        ("coopgod", "coopgold"),
        ("hoá giải", "hoá giải"),
    ],
)
def test_shorthand_and_slips_are_spelt_out(typed: str, meant: str) -> None:
    assert spelt(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3* ocop", "3 sao ocop"),
        ("ocop 4 ⭐⭐", "ocop 4 sao"),
        ("mấy★", "mấy sao"),
        ("<b>hội thao</b> ở đâu", "hội thao ở đâu"),
        ("h&#7897;i&nbsp;thao", "hội thao"),
        ("&lt;i&gt;hội thao&lt;/i&gt;", "hội thao"),
        ("1 < 2 > 3", "1 2 3"),
        ("what's the theme", "what the theme"),
        ("'; DROP TABLE hội_thao; --", "drop table hội thao"),
    ],
)
def test_signs_and_markup_are_no_words(typed: str, meant: str) -> None:
    assert spelt(typed) == meant


def test_a_plan_spells_out_only_what_it_has_itself() -> None:
    assert spelt("coopgod", "hai-duong-2024") == "coopgold"  # the lexicon knows both awards
    assert spelt("agritera", "nam-dinh-2024") == "agriterra"
    assert spelt("agritera", "hai-duong-2024") == "agritera"


def test_dates_are_taken_out_of_the_words() -> None:
    seen = reading("lễ phát động 28/3 hay tuần sau?")
    assert [(date.text, date.start) for date in seen.dates] == [
        ("28/3", datetime.date(2024, 3, 28)),
        ("tuần sau", datetime.date(2024, 3, 11)),
    ]
    assert spelt("lễ phát động 28/3 hay tuần sau?") == "lễ phát động … hay …"
    assert reading("t này có gì").dates[0].text == "tháng này"
    assert reading("&#49;1/4 có gì").dates[0].start == datetime.date(2024, 4, 11)


def test_this_bot_is_not_today() -> None:
    assert not reading("bot nay ai làm ra").dates
    assert reading("nay có gì").dates[0].start == TODAY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("when is the launch ceremony?", "en"),
        ("deadline?", "en"),
        ("are you a bot?", "en"),
        ("WHAT'S ON 11/4", "en"),
        ("deadline nộp hồ sơ", "vi"),
        ("le phat dong khi nao", "vi"),
        ("event nao sap toi", "vi"),
        ("CoopGold", "vi"),
        ("asdf qwer zxcv", "vi"),
        ("11/4", "vi"),
        ("", "vi"),
        ("😀", "vi"),
    ],
)
def test_the_language_follows_the_text_and_is_vietnamese_in_doubt(
    text: str, language: Language
) -> None:
    assert reading(text).language == language


def test_of_a_megabyte_the_beginning_and_the_end_are_read() -> None:
    seen = reading("lễ phát động " + "🙂 chữ " * 200_000 + " ở đâu?")
    assert len(seen.text) <= LIMIT + 1
    assert seen.labels("activity") == ["1"]
    assert seen.labels("facet")[-1] == "where"


def test_the_longest_phrases_are_found_whatever_their_kind() -> None:
    seen = reading("cho hỏi hạn nộp hồ sơ CoopGold là khi nào ạ")
    assert seen.labels("facet") == ["deadline", "when"]
    assert seen.labels("activity") == ["8"]
    assert [seen.words[place].text for place in seen.content] == ["coopgold"]


def test_what_the_plan_speaks_of_is_not_outside_of_it() -> None:
    assert reading("kết luận của thủ tướng").labels("outside") == []
    assert reading("kết luận của thủ tướng", "hai-duong-2024").spans("outside")
