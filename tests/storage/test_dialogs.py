import datetime

import pytest

from campaign.messages import Chat
from storage import chats, dialogs
from storage.database import Unit
from storage.dialogs import DialogRecord

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _known_chats(unit: Unit) -> None:
    chats.meet(unit, Chat(-1, "group"), NOW)
    chats.meet(unit, Chat(-2, "group"), NOW)


def dialog(chat: int = -1, user: int = 7, context: str = "{}") -> DialogRecord:
    return DialogRecord(chat, user, "nam-dinh-2024", context, "vi", NOW)


def test_a_dialog_is_found_again_by_its_chat_and_person_alone(unit: Unit) -> None:
    dialogs.save(unit, dialog(-1, 7, "a"))
    dialogs.save(unit, dialog(-1, 8, "b"))
    dialogs.save(unit, dialog(-2, 7, "c"))

    assert dialogs.find(unit, -1, 7, NOW) == dialog(-1, 7, "a")
    assert dialogs.find(unit, -2, 8, NOW) is None


def test_the_next_turn_takes_the_place_of_the_one_before(unit: Unit) -> None:
    dialogs.save(unit, dialog(context="a"))
    after = DialogRecord(-1, 7, "hai-duong-2024", "b", "en", NOW + MINUTE)

    dialogs.save(unit, after)

    assert dialogs.find(unit, -1, 7, NOW) == after


def test_a_dialog_that_is_too_old_is_not_found(unit: Unit) -> None:
    dialogs.save(unit, dialog())

    assert dialogs.find(unit, -1, 7, NOW) is not None
    assert dialogs.find(unit, -1, 7, NOW + MINUTE) is None
