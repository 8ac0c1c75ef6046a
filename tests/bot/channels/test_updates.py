import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.updates import GROUP_ANONYMOUS_BOT, Me, UnreadableUpdateError, read
from campaign.messages import (
    Chat,
    Content,
    Media,
    Membership,
    Message,
    Migration,
    Press,
    Sender,
)

ME = Me(999, "htx_bot")
PERSON = {"id": 7, "is_bot": False, "first_name": " Chị ", "last_name": "A ", "language_code": "vi"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Chị"}
GROUP = {"id": -5, "type": "group", "title": " HTX Bình Minh "}
FORUM = {"id": -1005, "type": "supergroup", "title": "Diễn đàn", "is_forum": True}
MYSELF = {"id": 999, "is_bot": True, "first_name": "Loa"}

SENDER = Sender(7, "Chị A", "vi")


def message(**fields: Any) -> dict[str, Any]:
    base = {"message_id": 3, "date": 1, "chat": GROUP, "from": PERSON, "text": "11/4 có gì?"}
    return {"update_id": 1, "message": {**base, **fields}}


def press(**fields: Any) -> dict[str, Any]:
    base = {
        "id": "55",
        "from": PERSON,
        "chat_instance": "1",
        "data": "page:2",
        "message": {"message_id": 3, "date": 1, "chat": GROUP, "text": "Lịch"},
    }
    return {"update_id": 1, "callback_query": {**base, **fields}}


def member(old: dict[str, Any], new: dict[str, Any], chat: object = GROUP) -> dict[str, Any]:
    change = {"chat": chat, "from": PERSON, "date": 1}
    states = {
        "old_chat_member": {"user": MYSELF, **old},
        "new_chat_member": {"user": MYSELF, **new},
    }
    return {"update_id": 1, "my_chat_member": {**change, **states}}


def test_a_private_message() -> None:
    assert read(message(chat=PRIVATE), ME) == Message(
        Chat(7, "private"), SENDER, "11/4 có gì?", id=3, content=Content("11/4 có gì?")
    )


BOLD = {"type": "bold", "offset": 0, "length": 3}


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({"text": "Hạn 14/3", "entities": [BOLD]}, Content("Hạn 14/3", (BOLD,))),
        (
            {"text": None, "photo": [{"file_id": "small"}, {"file_id": "large"}]},
            Content("", (), Media("photo", "large")),
        ),
        (
            {
                "text": None,
                "document": {"file_id": "plan"},
                "caption": "Hạn 14/3",
                "caption_entities": [BOLD],
            },
            Content("Hạn 14/3", (BOLD,), Media("document", "plan")),
        ),
        ({"text": None, "photo": [{"file_id": "1"}], "caption": "1", "media_group_id": "1"}, None),
        ({"text": None, "voice": {"file_id": "1"}}, None),
    ],
    ids=["text", "photo", "document", "album", "voice"],
)
def test_what_can_be_carried_elsewhere(fields: dict[str, Any], content: Content | None) -> None:
    incoming = read(message(chat=PRIVATE, **fields), ME)
    assert isinstance(incoming, Message)
    assert incoming.content == content


def test_nothing_of_a_group_is_carried_elsewhere() -> None:
    incoming = read(message(entities=[BOLD]), ME)
    assert isinstance(incoming, Message)
    assert incoming.content is None


def test_a_group_s_message_with_its_trimmed_names() -> None:
    assert read(message(), ME) == Message(
        Chat(-5, "group", "HTX Bình Minh"), SENDER, "11/4 có gì?", id=3
    )


def test_a_supergroup_is_a_group() -> None:
    incoming = read(message(chat=FORUM), ME)
    assert isinstance(incoming, Message)
    assert incoming.chat == Chat(-1005, "group", "Diễn đàn")


def test_text_arrives_in_one_normal_form() -> None:
    incoming = read(message(text=unicodedata.normalize("NFD", "hội thảo\u200b")), ME)
    assert isinstance(incoming, Message)
    assert incoming.text == "hội thảo"


def test_a_caption_is_read_as_text() -> None:
    incoming = read(message(text=None, caption="đây là gì?", photo=[]), ME)
    assert isinstance(incoming, Message)
    assert incoming.text == "đây là gì?"


def test_of_a_megabyte_as_much_as_telegram_allows_is_read() -> None:
    incoming = read(message(text="ộ" * 1_000_000), ME)
    assert isinstance(incoming, Message)
    assert incoming.text == "ộ" * 4096


@pytest.mark.parametrize(
    "fields",
    [
        {"text": None},
        {"from": None},
        {"from": {**PERSON, "is_bot": True}},
        {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}},
        {"from": {"id": 777000, "is_bot": False}, "is_automatic_forward": True},
        {"chat": {"id": -9, "type": "channel", "title": "Kênh"}},
    ],
    ids=["no text", "nobody", "a bot", "a channel", "a channel's post", "in a channel"],
)
def test_what_nobody_said_to_anybody_gets_nothing(fields: dict[str, Any]) -> None:
    assert read(message(**fields), ME) is None


@pytest.mark.parametrize(
    "kind", ["sticker", "voice", "photo", "document", "contact", "location", "poll"]
)
def test_a_picture_or_a_voice_says_nothing_but_was_sent(kind: str) -> None:
    sent = message(text=None, **{kind: [{"file_id": "x"}] if kind == "photo" else {"file_id": "x"}})
    incoming = read(sent, ME)
    assert isinstance(incoming, Message)
    assert incoming.text == ""


def test_each_picture_of_an_album_says_which_album_it_is_part_of() -> None:
    rest = message(chat=PRIVATE, text=None, photo=[{"file_id": "x"}], media_group_id="7")
    assert read(rest, ME) == Message(Chat(7, "private"), SENDER, "", id=3, album="7")


def test_a_pinned_message_is_nothing_to_answer() -> None:
    assert read(message(text=None, pinned_message={"message_id": 1}), ME) is None


@pytest.mark.parametrize("kind", ["edited_message", "channel_post", "poll", "unheard_of"])
def test_other_kinds_of_update_get_nothing(kind: str) -> None:
    assert read({"update_id": 1, kind: message()["message"]}, ME) is None


def test_an_anonymous_administrator_is_known_as_such() -> None:
    anonymous = {"id": GROUP_ANONYMOUS_BOT, "is_bot": True, "first_name": "Group"}
    incoming = read(message(**{"from": anonymous, "sender_chat": GROUP}), ME)
    assert isinstance(incoming, Message)
    assert incoming.sender == Sender(GROUP_ANONYMOUS_BOT, "Group", anonymous=True)


def replied(sender: object, **fields: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": 1, "chat": GROUP, "from": sender, **fields}


@pytest.mark.parametrize(
    ("to", "is_reply"),
    [
        (replied(MYSELF, text="Dạ"), True),
        (replied(PERSON, text="alo"), False),
        (replied(None, text="kênh"), False),
        (replied(MYSELF, forum_topic_created={"name": "Hỏi đáp"}), False),
    ],
    ids=["to the bot", "to a person", "to nobody", "to the opening of its topic"],
)
def test_a_reply_to_the_bot(to: dict[str, Any], is_reply: bool) -> None:
    incoming = read(message(reply_to_message=to), ME)
    assert isinstance(incoming, Message)
    assert incoming.reply_to_bot is is_reply


@pytest.mark.parametrize(
    ("fields", "thread"),
    [
        ({"message_thread_id": 12, "is_topic_message": True}, 12),
        ({"message_thread_id": 12}, None),
        ({}, None),
    ],
    ids=["in a topic", "in a chain of replies", "in General"],
)
def test_only_a_topic_is_a_thread(fields: dict[str, Any], thread: int | None) -> None:
    incoming = read(message(chat=FORUM, **fields), ME)
    assert isinstance(incoming, Message)
    assert incoming.chat.thread == thread


@pytest.mark.parametrize(
    "fields",
    [
        {"text": None, "migrate_to_chat_id": -1001},
        {"text": None, "migrate_from_chat_id": -5, "chat": {**FORUM, "id": -1001}},
    ],
    ids=["told in the old group", "told in the new one"],
)
def test_both_signals_of_a_migration_say_the_same(fields: dict[str, Any]) -> None:
    assert read(message(**fields), ME) == Migration(old_id=-5, new_id=-1001)


def test_a_press_in_a_group() -> None:
    assert read(press(), ME) == Press(
        Chat(-5, "group", "HTX Bình Minh"), SENDER, "page:2", id="55", message_id=3
    )


def test_a_press_in_a_topic_is_answered_there() -> None:
    under = {"message_id": 3, "chat": FORUM, "is_topic_message": True, "message_thread_id": 12}
    incoming = read(press(message=under), ME)
    assert isinstance(incoming, Press)
    assert incoming.chat.thread == 12


def test_a_press_under_a_message_that_can_no_longer_be_read() -> None:
    incoming = read(press(message={"message_id": 3, "date": 0, "chat": GROUP}), ME)
    assert isinstance(incoming, Press)
    assert (incoming.chat.id, incoming.message_id) == (-5, 3)


def test_a_press_without_a_message_is_answered_in_private() -> None:
    incoming = read(press(message=None, inline_message_id="x"), ME)
    assert isinstance(incoming, Press)
    assert incoming.chat == Chat(7, "private")


@pytest.mark.parametrize("fields", [{"data": None}, {"from": {**PERSON, "is_bot": True}}])
def test_a_press_that_says_nothing_gets_nothing(fields: dict[str, Any]) -> None:
    assert read(press(**fields), ME) is None


MEMBER, LEFT, KICKED = {"status": "member"}, {"status": "left"}, {"status": "kicked"}
ADMIN = {"status": "administrator"}


@pytest.mark.parametrize(
    ("old", "new", "present"),
    [
        (LEFT, MEMBER, True),
        (KICKED, ADMIN, True),
        (LEFT, {"status": "restricted", "is_member": True}, True),
        (MEMBER, LEFT, False),
        (ADMIN, KICKED, False),
        (MEMBER, {"status": "restricted", "is_member": False}, False),
    ],
)
def test_coming_and_going(old: dict[str, Any], new: dict[str, Any], present: bool) -> None:
    chat = Chat(-5, "group", "HTX Bình Minh")
    assert read(member(old, new), ME) == Membership(chat, SENDER, present)


@pytest.mark.parametrize(("old", "new"), [(MEMBER, ADMIN), (ADMIN, MEMBER), (LEFT, KICKED)])
def test_a_promotion_is_no_coming(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert read(member(old, new), ME) is None


def test_being_blocked_in_private() -> None:
    assert read(member(MEMBER, KICKED, PRIVATE), ME) == Membership(
        Chat(7, "private"), SENDER, present=False
    )


@pytest.mark.parametrize(
    "update",
    [
        None,
        [],
        "text",
        message(chat=None),
        message(chat={"id": "minus five", "type": "group"}),
        message(chat={"id": -5, "type": "tavern"}),
        message(text=["a", "list"]),
        message(message_id=True),
        message(message_id=2**64),
        press(id=None),
        member(MEMBER, {"status": "hovering"}),
        {"update_id": 1, "message": 17},
    ],
)
def test_an_unreadable_update_says_where_and_nothing_of_what_it_holds(update: object) -> None:
    with pytest.raises(UnreadableUpdateError) as caught:
        read(update, ME)
    assert str(caught.value)
    for private in ("11/4", "Chị", "minus five", "tavern", "hovering"):
        assert private not in str(caught.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from([message(), press(), member(LEFT, MEMBER)]), st.data())
def test_whatever_stands_in_one_place_of_an_update_it_is_read_or_refused(
    update: dict[str, Any], data: st.DataObject
) -> None:
    broken = json.loads(json.dumps(update))
    place = broken
    while isinstance(place, dict) and place:
        key = data.draw(st.sampled_from(sorted(place)))
        if data.draw(st.booleans()):
            place[key] = data.draw(json_values)
            break
        place = place[key]
    try:
        incoming = read(broken, ME)
    except UnreadableUpdateError:
        return
    assert incoming is None or isinstance(incoming, Message | Press | Membership | Migration)


def test_what_no_database_stores_is_taken_out_wherever_it_stands() -> None:
    link = {"type": "text_link", "offset": 0, "length": 3, "url": "https://a.vn/\x00\ud83d"}
    read_in = read(message(chat=PRIVATE, text="hạn\x00nộp \ud83d", entities=[link]), ME)
    assert isinstance(read_in, Message)
    assert read_in.text == "hạn nộp ?"
    assert read_in.content == Content("hạn nộp ?", ({**link, "url": "https://a.vn/ ?"},))
    titled = read(message(chat={**GROUP, "title": "HTX\x00A"}, text="/help"), ME)
    assert isinstance(titled, Message)
    assert titled.chat.title == "HTX A"
    pressed = read(press(id="5\x005", data="page:\x002"), ME)
    assert isinstance(pressed, Press)
    assert (pressed.id, pressed.data) == ("5 5", "page: 2")
    picture = read(message(chat=PRIVATE, text=None, photo=[{"file_id": "a\x00b"}]), ME)
    assert isinstance(picture, Message)
    assert picture.content == Content("", (), Media("photo", "a b"))
