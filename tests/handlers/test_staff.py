"""Who is staff: inviting by a link, accepting, and revoking."""

import re
from dataclasses import replace

import pytest

from campaign.messages import Acknowledge
from storage import staff
from tests.handlers.bot import FOREIGNER, GROUP, MEMBER, data, edited, labels, picked, said, sent
from tests.handlers.office import (
    OFFICER,
    OTHER,
    OWN,
    OWNER,
    RIVAL,
    STRANGER,
    Office,
    Person,
    cards,
    text_of,
)

LINK = re.compile(r"https://t\.me/htx_bot\?start=(staff_[A-Za-z0-9_-]+)$")


def invited(office: Office, campaign: str = OWN) -> str:
    """Return the payload of a new link."""
    link = LINK.search(said([picked(office.owner.presses(f"invite:{campaign}"))]))
    assert link
    return link[1]


def test_staff_see_who_is_staff_of_their_campaign(office: Office) -> None:
    listed = sent(office.officer.writes("/nhanvien"))

    assert said([listed]) == ("Cán bộ của Sông Xanh 2024:\n• bạn, từ 8/3/2024\n• 21, từ 8/3/2024")
    assert data(listed) == []


def test_an_owner_sees_all_and_may_invite_and_revoke(office: Office) -> None:
    listed = sent(office.owner.writes("/staff"))

    assert said([listed]) == (
        "Staff of Núi Cao 2024:\n• 22, since 8/3/2024\n\n"
        "Staff of Sông Xanh 2024:\n• 20, since 8/3/2024\n• 21, since 8/3/2024"
    )
    assert data(listed) == [
        f"invite:{OTHER}",
        f"revoke:22:{OTHER}",
        f"invite:{OWN}",
        f"revoke:20:{OWN}",
        f"revoke:21:{OWN}",
    ]
    assert "Revoke 22 · Núi Cao 2024" in labels(listed)


def test_a_campaign_without_staff_says_so(office: Office) -> None:
    office.owner.presses(f"revoke:{RIVAL.id}:{OTHER}")

    assert "Núi Cao 2024:\n• chưa có ai" in office.owner.asks("/nhanvien")


def test_a_link_is_one_that_telegram_takes_and_says_how_long_it_is_good(office: Office) -> None:
    text = said([picked(office.owner.presses(f"invite:{OWN}"))])

    assert "Sông Xanh 2024" in text
    assert "trước 12:00 9/3/2024" in text
    assert len(invited(office)) <= 64
    assert invited(office) != invited(office)


def test_who_opens_the_link_is_staff_and_is_told_what_they_can_do(office: Office) -> None:
    payload = invited(office)

    told = cards(office.stranger.writes(f"/start {payload}"))

    assert "Chào mừng bạn" in text_of(told[STRANGER.id])
    assert "/nhom" in text_of(told[STRANGER.id])
    assert text_of(told[OWNER.id]) == (
        "Người số 23 vừa nhận lời mời của bạn: giờ là cán bộ của Sông Xanh 2024."
    )
    assert "• bạn" in office.stranger.asks("/nhanvien")
    assert "Núi Cao" not in office.stranger.asks("/nhanvien")


def test_a_link_works_once(office: Office) -> None:
    payload = invited(office)
    office.stranger.writes(f"/start {payload}")

    late = Person(office.bot, MEMBER)

    assert "đã có người dùng" in late.asks(f"/start {payload}")
    assert "chỉ dành cho cán bộ" in late.asks("/nhom")


@pytest.mark.parametrize(("minutes", "answer"), [(-1, "Chào mừng"), (0, "hết hạn"), (1, "hết hạn")])
def test_a_link_works_for_24_hours(office: Office, minutes: int, answer: str) -> None:
    payload = invited(office)

    office.bot.wait(hours=24, minutes=minutes)

    assert answer in text_of(cards(office.stranger.writes(f"/start {payload}"))[STRANGER.id])


@pytest.mark.parametrize("secret", ["", "x", "x" * 58, "' OR 1=1"])
def test_a_link_that_was_never_made_is_unknown(office: Office, secret: str) -> None:
    assert "không biết liên kết" in office.stranger.asks(f"/start staff_{secret}")
    assert office.lines() == [(STRANGER.id, "refused", "/start")]


def test_a_link_for_a_campaign_that_is_no_longer_loaded_is_unknown(office: Office) -> None:
    payload = invited(office, OTHER)
    books = {OWN: office.bot.front.handbooks[OWN]}
    office.bot.front = replace(office.bot.front, handbooks=books)

    assert "không biết liên kết" in office.stranger.asks(f"/start {payload}")


def test_the_link_does_nothing_in_a_group(office: Office) -> None:
    payload = invited(office)

    assert "Chào mừng" not in office.bot.answer(f"/start@htx_bot {payload}", GROUP, STRANGER)
    assert staff.campaigns_of(office.bot.unit, STRANGER.id) == frozenset()

    assert "Chào mừng" in text_of(cards(office.stranger.writes(f"/start {payload}"))[STRANGER.id])


@pytest.mark.parametrize("already", ["officer", "owner"])
def test_who_is_staff_already_does_not_use_the_link_up(office: Office, already: str) -> None:
    payload = invited(office)
    person: Person = getattr(office, already)

    assert "vẫn chưa dùng" in person.asks(f"/start {payload}")

    assert "Chào mừng" in text_of(cards(office.stranger.writes(f"/start {payload}"))[STRANGER.id])


def test_staff_of_one_campaign_can_be_invited_to_another(office: Office) -> None:
    office.rival.writes(f"/start {invited(office)}")

    assert staff.campaigns_of(office.bot.unit, RIVAL.id) == {OWN, OTHER}


def test_revoking_ends_the_links_that_are_still_open(office: Office) -> None:
    first, second, elsewhere = invited(office), invited(office), invited(office, OTHER)
    office.stranger.writes(f"/start {first}")

    told, _ = office.owner.presses(f"revoke:{STRANGER.id}:{OWN}")

    assert isinstance(told, Acknowledge)
    assert "liên kết mời chưa dùng" in told.notice
    assert "hết hạn" in office.stranger.asks(f"/start {second}")
    assert "chỉ dành cho cán bộ" in office.stranger.asks("/nhom")
    assert "Chào mừng" in text_of(cards(office.stranger.writes(f"/start {elsewhere}"))[STRANGER.id])


def test_revoking_works_at_once(office: Office) -> None:
    listed = edited(office.owner.presses(f"revoke:{OFFICER.id}:{OWN}"))

    assert f"revoke:{OFFICER.id}:{OWN}" not in data(listed)
    assert "chỉ dành cho cán bộ" in office.officer.asks("/nhom")
    assert "Sông Xanh" in office.colleague.asks("/nhanvien")


def test_revoking_for_one_campaign_leaves_the_other(office: Office) -> None:
    staff.add(office.bot.unit, RIVAL.id, OWN, OWNER.id, office.bot.now)

    office.owner.presses(f"revoke:{RIVAL.id}:{OWN}")

    assert "Núi Cao" in office.rival.asks("/nhanvien")
    assert "Sông Xanh" not in office.rival.asks("/nhanvien")


def test_revoking_twice_says_so(office: Office) -> None:
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    (only,) = office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert only == Acknowledge("press", "Người này không còn là cán bộ nữa.")


def test_a_used_link_does_not_bring_a_revoked_person_back(office: Office) -> None:
    payload = invited(office)
    office.stranger.writes(f"/start {payload}")
    office.owner.presses(f"revoke:{STRANGER.id}:{OWN}")

    assert "đã có người dùng" in office.stranger.asks(f"/start {payload}")


def test_everything_is_written_down(office: Office) -> None:
    payload = invited(office)
    office.stranger.writes(f"/start {payload}")
    office.owner.presses(f"revoke:{STRANGER.id}:{OWN}")
    office.stranger.writes(f"/start {payload}")

    assert office.lines() == [
        (STRANGER.id, "refused", "/start"),
        (OWNER.id, "revoke", "23"),
        (STRANGER.id, "join", ""),
        (OWNER.id, "invite", ""),
    ]
    assert {line.campaign for line in office.log()} == {OWN}
    assert payload.removeprefix("staff_") not in str(office.log())


def test_a_foreigner_is_welcomed_in_english(office: Office) -> None:
    guest = Person(office.bot, FOREIGNER)

    told = cards(guest.writes(f"/start {invited(office)}"))

    assert text_of(told[FOREIGNER.id]).startswith("Welcome!")
    assert "/groups" in text_of(told[FOREIGNER.id])


def test_every_button_fits_into_64_bytes_whatever_the_campaign_is_called(office: Office) -> None:
    longest, far = "x" * 40, 2**52 - 1
    books = {longest: office.bot.front.handbooks[OWN]}
    office.bot.front = replace(office.bot.front, handbooks=books, default=longest)
    staff.add(office.bot.unit, far, longest, OWNER.id, office.bot.now)

    invite, revoke = data(sent(office.owner.writes("/nhanvien")))

    assert len(invite.encode()) <= 64
    assert len(revoke.encode()) <= 64
    assert data(edited(office.owner.presses(revoke))) == [invite]
    assert LINK.search(said([picked(office.owner.presses(invite))]))
