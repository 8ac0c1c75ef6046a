"""Whom a text speaks to: commands (/name@bot argument) and mentions (@bot) of this bot."""

import re
from dataclasses import dataclass
from functools import cache

# As Telegram's own clients find commands, and with Vietnamese letters: /lịch.
_COMMAND = re.compile(
    r"/(?P<word>\w{1,64})(?:@(?P<bot>\w+))?(?![\w/<>@])(?P<argument>.*)", re.DOTALL
)
_LOOSE = " \t\r\n,:;.!?-–—"  # what is left between a mention and the question


@dataclass(frozen=True, slots=True)
class Speech:
    """A text without the mentions of this bot.

    `named` says that it was mentioned or a command carried its name; `word` is the command's as
    typed, None for free text; `foreign` says that the command is another bot's.
    """

    text: str
    named: bool = False
    word: str | None = None
    argument: str = ""
    foreign: bool = False


def read(text: str, username: str) -> Speech:
    """Read `text`, whose first character may be a command's slash; `username` is without @."""
    rest, mentions = _mention(username.casefold()).subn(" ", text)
    rest = rest.strip().lstrip(_LOOSE if mentions else None)
    command = _COMMAND.fullmatch(rest)
    if command is None:
        return Speech(rest, named=bool(mentions))
    bot = (command["bot"] or "").casefold()
    return Speech(
        rest,
        named=bool(mentions) or bot == username.casefold(),
        word=command["word"],
        argument=command["argument"].strip(),
        foreign=bot not in {"", username.casefold()},
    )


@cache
def _mention(username: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@/.])@{re.escape(username)}(?!\w)", re.IGNORECASE)
