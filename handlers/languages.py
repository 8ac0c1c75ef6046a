"""Which language the bot speaks in a chat: /ngonngu and its buttons."""

from typing import get_args

from campaign.language.text import fold
from campaign.messages import Acknowledge, Button, Edit, Language, Outgoing, Press, Text, plain
from campaign.talk.notices import say
from handlers.visits import Visit
from storage import chats

LANGUAGES: tuple[Language, ...] = get_args(Language)
_BUTTONS = (
    tuple(Button(text, f"lang:{tag}") for tag, text in (("vi", "Tiếng Việt"), ("en", "English"))),
)
_NAMES: dict[str, Language] = {
    **dict.fromkeys(("vi", "vn", "viet", "tieng viet", "vietnamese"), "vi"),
    **dict.fromkeys(("en", "anh", "tieng anh", "english"), "en"),
}


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """/ngonngu: speak the language named by `argument`, or show the two."""
    language = _NAMES.get(fold(argument))
    if language is None:
        return [visit.say(say("choose_language", visit.language), _BUTTONS)]
    return [visit.say(_choose(visit, language))]


def pressed(visit: Visit, press: Press, argument: str) -> list[Outgoing]:
    """Speak the language of the button; the message says so."""
    if argument not in LANGUAGES:
        return [Acknowledge(press.id, plain(say("old_button", visit.language)))]
    language: Language = "en" if argument == "en" else "vi"
    return [
        Acknowledge(press.id),
        Edit(visit.chat, press.message_id, _choose(visit, language), _BUTTONS),
    ]


def _choose(visit: Visit, language: Language) -> Text:
    chats.speak(visit.unit, visit.chat.id, language, visit.now)
    return say("language_chosen", language)
