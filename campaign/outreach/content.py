"""What an announcement says: whether it can be sent, and where it begins after a command."""

from collections.abc import Mapping

from campaign.messages import Content

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""In characters (Bot API, sendMessage and sendPhoto)."""


def limit(content: Content) -> int:
    """Return how many characters Telegram takes of it."""
    return LONGEST_CAPTION if content.media else LONGEST_TEXT


def after_command(content: Content, argument: str) -> Content:
    """Return what of `content` was written after a command, which had this `argument`."""
    start = content.text.rfind(argument) if argument else len(content.text)
    if start < 0:
        return Content(argument, (), content.media)
    cut = _units(content.text[:start])
    kept = tuple(_moved(each, cut) for each in content.entities if _start(each) >= cut)
    return Content(content.text[start:], kept, content.media)


def _moved(entity: Mapping[str, object], cut: int) -> Mapping[str, object]:
    return {**entity, "offset": _start(entity) - cut}


def _start(entity: Mapping[str, object]) -> int:
    offset = entity["offset"]
    return offset if isinstance(offset, int) else 0


def _units(text: str) -> int:
    """Return the length in units of UTF-16, as Telegram counts offsets."""
    return len(text.encode("utf-16-le")) // 2
