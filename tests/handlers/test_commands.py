import re
from typing import get_args

import pytest

from campaign.messages import Language, plain
from campaign.talk.notices import say
from handlers import commands
from handlers.commands import COMMANDS, STAFF_COMMANDS, Command, Scope, find, menu, needs_admin
from handlers.router import ANSWERS

SCOPES: tuple[Scope, ...] = get_args(Scope)
LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("start", commands.START),
        ("hoi", commands.ASK),
        ("hỏi", commands.ASK),
        ("ask", commands.ASK),
        ("lich", commands.SCHEDULE),
        ("Lịch", commands.SCHEDULE),
        ("SCHEDULE", commands.SCHEDULE),
        ("homnay", commands.TODAY),
        ("Hôm_nay", commands.TODAY),
        ("today", commands.TODAY),
        ("tuannay", commands.WEEK),
        ("week", commands.WEEK),
        ("han", commands.DEADLINES),
        ("hạn", commands.DEADLINES),
        ("deadlines", commands.DEADLINES),
        ("chude", commands.THEME),
        ("theme", commands.THEME),
        ("thongdiep", commands.SLOGANS),
        ("messages", commands.SLOGANS),
        ("ngonngu", commands.LANGUAGE),
        ("language", commands.LANGUAGE),
        ("chiendich", commands.CAMPAIGN),
        ("Chiến_dịch", commands.CAMPAIGN),
        ("campaign", commands.CAMPAIGN),
        ("help", commands.HELP),
        ("tro_giup", commands.HELP),
        ("nhom", commands.GROUPS),
        ("Nhóm", commands.GROUPS),
        ("groups", commands.GROUPS),
        ("nhân_viên", commands.STAFF),
        ("staff", commands.STAFF),
        ("nhatky", commands.LOG),
        ("log", commands.LOG),
        ("Hủy", commands.CANCEL),
        ("cancel", commands.CANCEL),
        ("lic", None),
        ("4", None),
        ("", None),
    ],
)
def test_a_command_is_found_by_either_name_however_it_is_typed(
    word: str, command: Command | None
) -> None:
    assert find(word) is command


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("han", "vi"),
        ("Hôm_nay", "vi"),
        ("trogiup", "vi"),
        ("deadlines", "en"),
        ("TODAY", "en"),
        ("start", None),
        ("help", None),
        ("xyz", None),
    ],
)
def test_a_name_is_vietnamese_or_english_or_both(word: str, language: Language | None) -> None:
    assert commands.language(word) == language


def test_no_two_commands_share_a_name() -> None:
    names = [
        name
        for command in (*COMMANDS, *STAFF_COMMANDS)
        for name in {command.name, command.english, *command.aliases}
    ]

    assert len(set(names)) == len(names)


def test_every_command_has_an_answer() -> None:
    assert set(ANSWERS) == {*COMMANDS, *STAFF_COMMANDS}


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_menu_is_one_that_telegram_takes(language: Language, scope: Scope) -> None:
    entries = menu(language, scope)

    assert 0 < len(entries) <= 100
    for name, description in entries:
        assert re.fullmatch("[a-z0-9_]{1,32}", name)
        assert 1 <= len(description) <= 256
        assert find(name)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_menu_shows_what_only_staff_may_do(language: Language, scope: Scope) -> None:
    shown = {find(name) for name, _ in menu(language, scope)}

    assert shown.isdisjoint(STAFF_COMMANDS)


def test_each_language_has_its_own_names() -> None:
    assert "homnay" in dict(menu("vi", "all_group_chats"))
    assert "today" in dict(menu("en", "all_group_chats"))
    assert "homnay" not in dict(menu("en", "all_group_chats"))


@pytest.mark.parametrize(
    ("scope", "offered"),
    [
        ("default", False),
        ("all_group_chats", False),
        ("all_chat_administrators", True),
        ("all_private_chats", True),
    ],
)
def test_choosing_the_campaign_is_offered_to_those_who_may(scope: Scope, offered: bool) -> None:
    assert ("chiendich" in dict(menu("vi", scope))) is offered


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("/chiendich", True),
        ("/Campaign@HTX_bot nui-cao-2024", True),
        ("@htx_bot /chiendich", True),
        ("/start nui-cao-2024", True),
        ("/start@htx_bot nui-cao-2024", True),
        ("/start", False),
        ("/chiendich@other_bot", False),
        ("/lich", False),
        ("chiendich", False),
        ("/xyz", False),
    ],
)
def test_an_administrator_is_asked_for_only_where_it_matters(text: str, needed: bool) -> None:
    assert needs_admin(text, "htx_bot") is needed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_for_staff_names_all_their_commands(language: Language) -> None:
    told = plain(say("staff_help", language))
    names = [each.english if language == "en" else each.name for each in STAFF_COMMANDS]

    assert [name for name in names if f"/{name}:" not in told] == []
