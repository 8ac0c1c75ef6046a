"""The commands: their names, what the menus say of them, and who may give them."""

from dataclasses import dataclass
from typing import Literal

from campaign.language.text import fold
from campaign.messages import Language
from handlers import addressing

Scope = Literal["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]
"""Where a menu is shown (Bot API, BotCommandScope)."""

_PRIVATE: frozenset[Scope] = frozenset({"all_private_chats"})
_GROUPS: frozenset[Scope] = frozenset({"default", "all_group_chats", "all_chat_administrators"})
_CHOOSERS: frozenset[Scope] = frozenset({"all_private_chats", "all_chat_administrators"})


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its Vietnamese and its English name, with a line for each language's menu."""

    name: str
    english: str
    vi: str
    en: str
    scopes: frozenset[Scope]
    aliases: tuple[str, ...] = ()


START = Command("start", "start", "Bắt đầu", "Start", frozenset())
ASK = Command("hoi", "ask", "Hỏi một câu về kế hoạch", "Ask about the plan", _GROUPS)
SCHEDULE = Command(
    "lich",
    "schedule",
    "Lịch hoạt động, có thể thêm thời gian: /lich tháng 4",
    "Activities, with a time if you like: /schedule April",
    _PRIVATE | _GROUPS,
)
TODAY = Command("homnay", "today", "Hôm nay có gì", "What is on today", _PRIVATE | _GROUPS)
WEEK = Command("tuannay", "week", "Tuần này có gì", "What is on this week", _PRIVATE | _GROUPS)
DEADLINES = Command("han", "deadlines", "Các hạn phải xong", "The deadlines", _PRIVATE | _GROUPS)
THEME = Command("chude", "theme", "Chủ đề của kế hoạch", "The theme", _PRIVATE | _GROUPS)
SLOGANS = Command(
    "thongdiep", "messages", "Các thông điệp, khẩu hiệu", "The slogans", _PRIVATE | _GROUPS
)
LANGUAGE = Command(
    "ngonngu", "language", "Đổi ngôn ngữ / Language", "Language / Ngôn ngữ", _PRIVATE | _GROUPS
)
CAMPAIGN = Command(
    "chiendich", "campaign", "Chọn kế hoạch để hỏi", "Choose the plan to ask about", _CHOOSERS
)
REMINDERS = Command(
    "nhac",
    "reminders",
    "Lời nhắc: sắp có gì, khi nào",
    "Reminders: what will come, and when",
    _PRIVATE | _GROUPS,
)
COOPERATIVES = Command(
    "htx",
    "cooperatives",
    "Khai các HTX của nhóm",
    "Name the group’s cooperatives",
    frozenset({"all_chat_administrators"}),
)
REGISTER = Command(
    "dangky", "register", "Đăng ký tham gia", "Register for an activity", _PRIVATE | _GROUPS
)
HELP = Command(
    "help",
    "help",
    "Cách hỏi và các lệnh",
    "How to ask, and the commands",
    _PRIVATE | _GROUPS,
    aliases=("trogiup",),
)

COMMANDS = (
    START,
    ASK,
    SCHEDULE,
    TODAY,
    WEEK,
    DEADLINES,
    THEME,
    SLOGANS,
    LANGUAGE,
    CAMPAIGN,
    REMINDERS,
    COOPERATIVES,
    REGISTER,
    HELP,
)
ANNOUNCE = Command(
    "thongbao",
    "announce",
    "Gửi thông báo tới các nhóm",
    "Announce something to the groups",
    frozenset(),
)
STAFF = Command("nhanvien", "staff", "Ai là cán bộ", "Who is staff", frozenset())
PLAN = Command(
    "kehoach", "plan", "Xem và thay đổi kế hoạch", "See and change the plan", frozenset()
)
PROGRESS = Command("tiendo", "progress", "Tiến độ nộp hồ sơ", "Who has handed in", frozenset())
OPEN = Command("modangky", "registration", "Mở đăng ký tham gia", "Open registration", frozenset())
GROUPS = Command(
    "nhom",
    "groups",
    "Duyệt, đặt tên và gắn thẻ các nhóm",
    "Approve, name and tag the groups",
    frozenset(),
)
LOG = Command("nhatky", "log", "Những việc đã làm gần đây", "What was done lately", frozenset())
CANCEL = Command(
    "huy", "cancel", "Thôi việc đang làm dở", "Give up what you have begun", frozenset()
)

STAFF_COMMANDS = (ANNOUNCE, PLAN, PROGRESS, OPEN, GROUPS, STAFF, LOG, CANCEL)
"""Commands for staff alone, in private chats alone; no menu shows them."""
ADMIN_ONLY = frozenset({CAMPAIGN, COOPERATIVES})
"""Commands that only an administrator of a group may give there; so is START with a campaign,
once the group has one."""

_ADMIN_BUTTONS = ("campaign:", "mine:", "remind:")
"""What the buttons send back of which the same is true."""

_BY_NAME = {
    name: command
    for command in (*COMMANDS, *STAFF_COMMANDS)
    for name in (command.name, command.english, *command.aliases)
}


def find(word: str) -> Command | None:
    """Return the command that somebody meant by `word`: in any case, /Hôm_nay for /homnay."""
    return _BY_NAME.get(_name(word))


def language(word: str) -> Language | None:
    """Return the language whose name of a command `word` is; None for a name of both or none."""
    name, command = _name(word), find(word)
    if command is None or name == command.name == command.english:
        return None
    return "en" if name == command.english else "vi"


def menu(language: Language, scope: Scope) -> tuple[tuple[str, str], ...]:
    """Return the (name, description) pairs for setMyCommands, in the order to show them."""
    return tuple(
        (command.english, command.en) if language == "en" else (command.name, command.vi)
        for command in COMMANDS
        if scope in command.scopes
    )


def needs_admin(text: str, username: str) -> bool:
    """Say whether `text` in a group is a command of ours that needs `Sender.admin` filled in."""
    speech = addressing.read(text, username)
    if speech.word is None or speech.foreign:
        return False
    command = find(speech.word)
    return command in ADMIN_ONLY or (command is START and bool(speech.argument))


def press_needs_admin(data: str) -> bool:
    """Say whether a button in a group that sends back `data` needs `Sender.admin` filled in."""
    return data.startswith(_ADMIN_BUTTONS)


def _name(word: str) -> str:
    return fold(word).replace("_", "")
