import datetime

import pytest
from sqlalchemy import select

from campaign.messages import Chat
from storage import chats, dialogs, questions
from storage.chats import ChatRecord
from storage.database import Unit
from storage.dialogs import DialogRecord
from storage.questions import QuestionRecord
from storage.tables import CHATS, DIALOGS, METADATA, QUESTIONS

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)
GROUP = Chat(-1, "group", "HTX Đông Hồ")
OLD, NEW = -1, -1001


def dialog(chat: int, user: int, context: str = "{}") -> DialogRecord:
    return DialogRecord(chat, user, "nam-dinh-2024", context, "vi", NOW)


def question(chat: int, text: str) -> QuestionRecord:
    return QuestionRecord(NOW, chat, "nam-dinh-2024", text, "when", (1,), "vi", answered=True)


def contexts(unit: Unit) -> set[tuple[int, int, str]]:
    columns = (DIALOGS.c.chat_id, DIALOGS.c.user_id, DIALOGS.c.context)
    return {tuple(row) for row in unit.connection.execute(select(*columns))}


def asked(unit: Unit) -> list[tuple[int, str]]:
    columns = (QUESTIONS.c.chat_id, QUESTIONS.c.text)
    asked = select(*columns).order_by(QUESTIONS.c.id)
    return [tuple(row) for row in unit.connection.execute(asked)]


def test_a_chat_is_unknown_until_it_is_met(unit: Unit) -> None:
    assert chats.find(unit, GROUP.id) is None

    met = chats.meet(unit, GROUP, NOW)

    assert met == ChatRecord(-1, "group", "HTX Đông Hồ", None, None, present=True)
    assert chats.find(unit, GROUP.id) == met


def test_a_chat_keeps_what_it_chose_when_it_is_met_again(unit: Unit) -> None:
    chats.meet(unit, GROUP, NOW)
    chats.bind(unit, GROUP.id, "hai-duong-2024", NOW)
    chats.speak(unit, GROUP.id, "en", NOW)

    met = chats.meet(unit, Chat(-1, "group", "HTX Đông Hồ 2"), LATER)

    assert met == ChatRecord(-1, "group", "HTX Đông Hồ 2", "hai-duong-2024", "en", present=True)
    assert chats.find(unit, GROUP.id) == met


def test_nothing_is_written_when_nothing_changed(unit: Unit) -> None:
    chats.meet(unit, GROUP, NOW)
    chats.meet(unit, GROUP, LATER)

    assert unit.connection.scalar(select(CHATS.c.updated_at)) == NOW


def test_the_name_of_a_person_is_not_kept_as_a_title(unit: Unit) -> None:
    assert chats.meet(unit, Chat(7, "private", "Chị A"), NOW).title == ""
    assert chats.find(unit, 7) == ChatRecord(7, "private", "", None, None, present=True)


def test_a_chat_that_was_left_is_present_again_when_something_comes_from_it(unit: Unit) -> None:
    chats.meet(unit, GROUP, NOW)

    chats.leave(unit, GROUP.id, NOW)
    left = chats.find(unit, GROUP.id)
    assert left
    assert not left.present

    assert chats.meet(unit, GROUP, NOW).present


def test_leaving_an_unknown_chat_leaves_it_unknown(unit: Unit) -> None:
    chats.leave(unit, GROUP.id, NOW)

    assert chats.find(unit, GROUP.id) is None


def test_ids_of_52_bits_fit(unit: Unit) -> None:
    far = Chat(-(2**52), "group", "Xa")

    assert chats.meet(unit, far, NOW) == chats.find(unit, -(2**52))


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_renamed_chat_takes_everything_along_however_often_it_is_renamed(
    unit: Unit, times: int
) -> None:
    chats.meet(unit, GROUP, NOW)
    chats.bind(unit, OLD, "hai-duong-2024", NOW)
    dialogs.save(unit, dialog(OLD, 7))
    questions.add(unit, question(OLD, "lễ phát động ở đâu?"))
    chats.leave(unit, OLD, NOW)  # Telegram may say so before it tells the new id

    for _ in range(times):
        chats.rename(unit, OLD, NEW, LATER)

    assert chats.find(unit, OLD) is None
    assert chats.find(unit, NEW) == ChatRecord(
        NEW, "group", "HTX Đông Hồ", "hai-duong-2024", None, present=True
    )
    assert contexts(unit) == {(NEW, 7, "{}")}
    assert asked(unit) == [(NEW, "lễ phát động ở đâu?")]


def test_a_new_chat_that_is_known_already_keeps_its_own_and_inherits_the_rest(unit: Unit) -> None:
    chats.meet(unit, GROUP, NOW)
    chats.bind(unit, OLD, "hai-duong-2024", NOW)
    chats.speak(unit, OLD, "en", NOW)
    chats.meet(unit, Chat(NEW, "group", "Tên mới"), NOW)
    chats.speak(unit, NEW, "vi", NOW)
    for record in (dialog(OLD, 7, "old"), dialog(OLD, 8, "old"), dialog(NEW, 7, "new")):
        dialogs.save(unit, record)
    questions.add(unit, question(OLD, "câu cũ"))
    questions.add(unit, question(NEW, "câu mới"))

    chats.rename(unit, OLD, NEW, LATER)

    assert chats.find(unit, OLD) is None
    assert chats.find(unit, NEW) == ChatRecord(
        NEW, "group", "Tên mới", "hai-duong-2024", "vi", present=True
    )
    assert contexts(unit) == {(NEW, 7, "new"), (NEW, 8, "old")}
    assert asked(unit) == [(NEW, "câu cũ"), (NEW, "câu mới")]


def test_renaming_an_unknown_chat_or_to_its_own_id_changes_nothing(unit: Unit) -> None:
    chats.meet(unit, GROUP, NOW)

    chats.rename(unit, -2, NEW, LATER)
    chats.rename(unit, OLD, OLD, LATER)

    assert chats.find(unit, NEW) is None
    assert chats.find(unit, OLD) == ChatRecord(
        OLD, "group", "HTX Đông Hồ", None, None, present=True
    )


def test_every_table_calls_the_id_of_a_chat_chat_id() -> None:
    """Renaming finds the tables by that name."""
    names = {
        key.parent.name
        for table in METADATA.tables.values()
        for key in table.foreign_keys
        if key.column is CHATS.c.id
    }

    assert names == {"chat_id"}


def test_a_group_is_a_namesake_of_another_known_one_alone(unit: Unit) -> None:
    chats.meet(unit, GROUP, NOW)

    assert not chats.has_namesake(unit, GROUP)
    assert chats.has_namesake(unit, Chat(NEW, "group", GROUP.title))
    assert not chats.has_namesake(unit, Chat(NEW, "group", "Tên mới"))
