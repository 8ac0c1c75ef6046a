"""A while from now as people write it: "sau 2 tiếng", "30 phút nữa", "1h30 nữa"."""

import re
from datetime import timedelta

from campaign.language.numerals import DAY_WORDS, ENGLISH_WORDS, number
from campaign.language.patterns import phrase

_MINUTES = r"\s?(?:phút|ph|p|['’]|minutes?|mins?)"
_MANY = rf"\d{{1,3}}|{DAY_WORDS}|{ENGLISH_WORDS}"
_WAIT = re.compile(
    phrase(
        r"(?:(?:gửi|hẹn(?: giờ)?|đăng) )?(?:khoảng |chừng |tầm )?"
        r"(?P<after>sau |in |trong (?:vòng )?)?(?:"
        r"(?P<half>nửa tiếng|nửa giờ|half an hour)"
        rf"|(?P<hours>{_MANY}|an)\s?(?:(?:tiếng|giờ) đồng hồ|tiếng|hours?|(?P<clock>giờ|h))"
        rf"(?:\s?(?P<rest>[0-5]?\d)(?:{_MINUTES})?|(?P<and_half> rưỡi))?"
        rf"|(?P<minutes>{_MANY}){_MINUTES}"
        r")(?P<from_now> nữa| sau| from now)?(?: gửi| đăng)?(?: (?:nhé|nha|ạ))?\W{0,3}"
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
    minutes = number(match["minutes"] or match["rest"] or ("30" if match["and_half"] else "0"))
    hours = 1 if match["hours"] == "an" else number(match["hours"] or "0")
    return timedelta(hours=hours, minutes=minutes) or None
