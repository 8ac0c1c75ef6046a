"""Staff change an activity while reminders of it still wait to be sent."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import select

from campaign.plan.changes import ChangeKind
from handlers.library import Library
from storage import changes, outbox
from storage.outbox import Holder, Over, Row
from storage.tables import OUTBOX
from tests.handlers.bot import GROUP, OTHER_GROUP
from tests.handlers.newsroom import approve
from tests.handlers.office import OFFICER, OWN, Office
from tests.handlers.reminded import at, moment, notices, reminded

AWARD = 15
BOTH = {GROUP.id, OTHER_GROUP.id}
HOLDER = Holder("a process", 30)
OLD = "ngày 14/3/2024. Ngày mai, 14/3/2024, là ngày cuối."
NEW = "cập nhật 13/3/2024: chuyển sang chậm nhất hết ngày 20/3/2024. Còn 7 ngày nữa"


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh, whose deadline is 14/3; the bot has just begun, on 8/3 at noon."""
    books = Library(office.bot.front.handbooks)
    office.bot.front = replace(office.bot.front, handbooks=books)
    approve(office)
    notices(office)


def change(office: Office, kind: ChangeKind, value: str) -> int:
    """Let staff change the award; return the number of the change."""
    unit, books = office.bot.unit, office.bot.front.handbooks
    award = books[OWN].activities[AWARD]
    number = changes.begin(unit, OFFICER.id, OWN, award, kind, 0, office.bot.now)
    assert changes.word(unit, number, value)
    assert changes.apply(unit, number, office.bot.now)
    look_again(office)
    return number


def look_again(office: Office) -> None:
    books = office.bot.front.handbooks
    assert isinstance(books, Library)
    books.refresh(office.bot.unit)


def seconds(office: Office, number: int = 3) -> None:
    """Let some seconds go by."""
    for _ in range(number):
        office.bot.now += datetime.timedelta(seconds=1)
        assert notices(office) == []


def waiting(office: Office) -> dict[int, list[str]]:
    """Return what is still to be said to each group."""
    queued = select(OUTBOX.c.id).where(OUTBOX.c.state == "queued")
    rows = set(office.bot.unit.connection.scalars(queued))
    found: dict[int, list[str]] = {}
    for row, chat, text in reminded(office):
        if row in rows:
            found.setdefault(chat, []).append(text)
    return found


def claim(office: Office, limit: int = 9) -> list[Row]:
    rows, _ = outbox.claim(office.bot.unit, HOLDER, office.bot.now, limit)
    return rows


def end(office: Office, row: Row, over: Over) -> None:
    outbox.settle(office.bot.unit, [(row.key, over)], office.bot.now)


def test_a_deadline_is_moved_and_only_the_new_one_is_said(office: Office) -> None:
    at(office, "13/3 8:00")
    assert all(OLD in text for (text,) in waiting(office).values())

    change(office, "time", "../2024-03-20")
    seconds(office)

    assert set(waiting(office)) == BOTH
    for (text,) in waiting(office).values():
        assert NEW in text
        assert OLD not in text


def test_what_was_sent_stays_and_who_waited_hears_the_new_words_alone(office: Office) -> None:
    at(office, "13/3 8:00")
    (first,) = claim(office, 1)
    end(office, first, Over("sent", message_id=1))

    change(office, "confirmed", "../2024-03-14T17:00")  # the same day, by an hour
    seconds(office)

    ((chat, (text,)),) = waiting(office).items()
    assert {chat, first.chat_id} == BOTH
    assert "chậm nhất 17h" in text


def test_what_is_cancelled_is_not_said_and_the_rest_of_the_message_is(office: Office) -> None:
    at(office, "11/3 8:00")
    assert all("Tuần này" in text for (text,) in waiting(office).values())

    change(office, "cancelled", "")
    seconds(office)

    assert not any(OLD in text for each in waiting(office).values() for text in each)
    assert all("Còn 3 ngày" not in text for each in waiting(office).values() for text in each)


def test_what_is_in_hand_is_waited_for_and_withdrawn_when_it_comes_back(office: Office) -> None:
    at(office, "13/3 8:00")
    first, second = claim(office)

    change(office, "time", "../2024-03-20")
    seconds(office)
    assert waiting(office) == {}
    outbox.postpone(office.bot.unit, first.key, office.bot.now)
    end(office, second, Over("sent", message_id=1))
    assert claim(office) == []
    seconds(office)

    assert [NEW in text for (text,) in waiting(office).values()] == [True, True]
    assert len(claim(office)) == 2


def test_what_nobody_knows_to_have_arrived_is_not_said_again(office: Office) -> None:
    at(office, "13/3 8:00")
    first, second = claim(office)
    change(office, "confirmed", "../2024-03-14T17:00")
    end(office, first, Over("unknown", "no_answer"))
    outbox.postpone(office.bot.unit, second.key, office.bot.now)

    for _ in range(3):
        office.bot.now += datetime.timedelta(seconds=1)
        notices(office)  # of the first, the staff are told

    assert set(waiting(office)) == {second.chat_id}


def test_a_change_that_is_taken_back_at_once_loses_nothing(office: Office) -> None:
    at(office, "13/3 8:00")
    number = change(office, "time", "../2024-03-20")
    seconds(office, 1)

    changes.withdraw(office.bot.unit, number, office.bot.now)
    look_again(office)
    seconds(office)

    assert [OLD in text for (text,) in waiting(office).values()] == [True, True]


def test_what_has_waited_since_yesterday_is_still_said(office: Office) -> None:
    at(office, "11/3 8:00")
    office.bot.now = moment("12/3 9:00")

    change(office, "confirmed", "../2024-03-14T17:00")
    seconds(office)

    assert set(waiting(office)) == BOTH
    for (text,) in waiting(office).values():
        assert "chậm nhất 17h" in text.partition("Tuần này")[0]
        assert "Còn 2 ngày nữa" in text
        assert "Tuần này (11/3/2024–17/3/2024)" in text


def test_what_was_late_already_is_still_said(office: Office) -> None:
    at(office, "10/3 9:00")
    office.bot.now = moment("13/3 11:30")  # after an outage over Monday
    notices(office)

    change(office, "confirmed", "../2024-03-14T17:00")
    seconds(office)

    assert set(waiting(office)) == BOTH
    for (text,) in waiting(office).values():
        assert "Ngày mai, 14/3/2024, là ngày cuối" in text
        assert "Tuần này (11/3/2024–17/3/2024)" in text
        assert text.count("chậm nhất 17h") == 2


def test_a_change_in_the_night_is_said_in_the_morning(office: Office) -> None:
    at(office, "13/3 8:00")
    office.bot.now = moment("13/3 22:00")
    change(office, "time", "../2024-03-20")
    seconds(office)

    office.bot.now = moment("14/3 6:30")
    seconds(office)

    assert set(waiting(office)) == BOTH
    for (text,) in waiting(office).values():
        assert "chậm nhất hết ngày 20/3/2024. Còn 6 ngày nữa" in text


def test_a_clock_that_is_set_back_meanwhile_loses_nothing(office: Office) -> None:
    at(office, "13/3 8:00")
    change(office, "confirmed", "../2024-03-14T17:00")
    seconds(office, 1)

    office.bot.now = moment("13/3 7:00")
    seconds(office)
    office.bot.now = moment("13/3 8:00")
    seconds(office)

    assert set(waiting(office)) == BOTH
    for (text,) in waiting(office).values():
        assert "chậm nhất 17h" in text


def test_what_is_moved_into_the_past_is_not_said_nor_called_an_outage(office: Office) -> None:
    at(office, "11/3 8:00")
    office.bot.now = moment("12/3 9:00")
    assert notices(office) == []

    change(office, "time", "../2024-03-11")
    seconds(office)  # nobody is told that the bot was not running

    assert waiting(office)
    assert all(text.startswith("Tuần này") for texts in waiting(office).values() for text in texts)
