"""A while from now as people write it: "sau 2 tiếng", "30 phút nữa", "1h30 nữa"."""

import re
from datetime import timedelta

from campaign.language.patterns import phrase

_MINUTES = r"\s?(?:phút|ph|p|minutes?|mins?)"
_WAIT = re.compile(
    phrase(
        r"(?:(?:gửi|hẹn|đăng) )?(?:khoảng |chừng |tầm )?(?P<after>sau |in |trong (?:vòng )?)?(?:"
        r"(?P<half>nửa tiếng|nửa giờ|half an hour)"
        r"|(?P<hours>\d{1,3}|một|an|one)\s?(?:(?:tiếng|giờ) đồng hồ|tiếng|hours?|(?P<clock>giờ|h))"
        rf"(?:\s?(?P<rest>[0-5]?\d)(?:{_MINUTES})?|(?P<and_half> rưỡi))?"
        rf"|(?P<minutes>\d{{1,3}}){_MINUTES}"
        r")(?P<from_now> nữa| from now)?(?: gửi| đăng)?(?: (?:nhé|nha|ạ))?\W{0,3}"
    )
)


def read_wait(said: str) -> timedelta | None:
    """Return how long `said`, in lower case, puts something off; None where it is no such words.

    "Sau 8 giờ" may be after eight o'clock, and is none.
    """
    match = _WAIT.fullmatch(said)
    if not match or not (match["from_now"] or (match["after"] and not match["clock"])):
        return None
    if match["half"]:
        return timedelta(minutes=30)
    minutes = int(match["minutes"] or match["rest"] or (30 if match["and_half"] else 0))
    hours = match["hours"] or "0"
    wait = timedelta(hours=int(hours) if hours.isdecimal() else 1, minutes=minutes)
    return wait or None
