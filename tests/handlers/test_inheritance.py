"""An edition that is published over a plan made by hand answers as that did."""

from dataclasses import replace

import pytest

from campaign.messages import plain
from campaign.talk.handbook import Handbook
from handlers.library import Library
from tests.handlers.bot import picked, sent
from tests.handlers.conftest import SONG_XANH
from tests.handlers.documents import PAGE, hands_over
from tests.handlers.newsroom import presses, turned
from tests.handlers.office import OWN, Office

LAUNCH = "Lễ phát động Tháng hành động"
RENAMED = PAGE.replace(LAUNCH, f"{LAUNCH} vì HTX")


@pytest.fixture(autouse=True)
def _library(office: Office) -> None:
    """Sông Xanh's launch has names and an English title that somebody wrote by hand."""
    first, *rest = SONG_XANH.activities
    written = {"title": LAUNCH, "aliases": ("đánh trống khai hội",), "name_en": "Opening"}
    activities = (first.model_copy(update=written), *rest)
    plan = SONG_XANH.model_copy(update={"activities": activities})
    books = {**office.bot.front.handbooks, OWN: Handbook.of(plan)}
    office.bot.front = replace(office.bot.front, handbooks=Library(books))


def asks(office: Office, question: str) -> str:
    library = office.bot.front.handbooks
    assert isinstance(library, Library)
    library.refresh(office.bot.unit)
    return office.bot.answer(question)


def publishes(office: Office, page: str) -> None:
    targets = turned(presses(office.officer, "Công bố…", hands_over(office, page)))
    compared = turned(presses(office.officer, "Sông Xanh 2024", targets))
    presses(office.officer, "Công bố cho Sông Xanh 2024", compared)


def names(office: Office, name: str) -> None:
    """Give the launch another name from the chat."""
    picked(office.officer.presses(f"act:{OWN}:1:alias"))
    asked = sent(office.officer.writes(name))
    assert name in plain(asked.text)
    presses(office.officer, "Đúng, cập nhật", asked)


def test_names_and_english_are_those_that_were_written_by_hand(office: Office) -> None:
    publishes(office, PAGE)
    assert "12/4/2024" in asks(office, "đánh trống khai hội ngày nào?")
    assert "Opening" in asks(office, "When is the opening?")


def test_they_stay_in_the_second_edition_and_when_the_title_is_corrected(office: Office) -> None:
    publishes(office, PAGE)
    publishes(office, RENAMED.replace("12/4/2024", "13/4/2024"))
    told = asks(office, "đánh trống khai hội ngày nào?")
    assert "13/4/2024" in told
    assert "Tháng hành động vì HTX" in told


def test_a_name_from_the_chat_survives_editions_and_corrected_titles(office: Office) -> None:
    publishes(office, PAGE)
    asks(office, "lễ phát động ngày nào?")
    names(office, "ngày mở hàng")
    assert "12/4/2024" in asks(office, "ngày mở hàng là hôm nào?")
    publishes(office, RENAMED.replace("12/4/2024", "13/4/2024"))
    assert "13/4/2024" in asks(office, "ngày mở hàng là hôm nào?")
    publishes(office, PAGE.replace("12/4/2024", "14/4/2024"))
    assert "14/4/2024" in asks(office, "ngày mở hàng là hôm nào?")


def test_going_back_takes_nothing_along(office: Office) -> None:
    before = asks(office, "đánh trống khai hội ngày nào?")
    publishes(office, RENAMED)
    asks(office, "lễ phát động ngày nào?")
    office.officer.presses("plan:2:back:1")
    assert asks(office, "đánh trống khai hội ngày nào?") == before
    library = office.bot.front.handbooks
    plan = library[OWN].plan
    assert plan.activities[0].aliases == ("đánh trống khai hội",)
