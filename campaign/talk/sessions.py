"""The part of an activity that a question is about: "đợt 2", "buổi thứ hai", "vòng loại"."""

import re

from campaign.language.text import fold
from campaign.plan.model import Activity
from campaign.talk.questions import Span
from campaign.talk.times import names_day

_ORDINALS = {
    word: str(n)
    for n, words in enumerate(
        ("nhat|mot|dau tien", "hai", "ba", "tu|bon", "nam", "sau", "bay", "tam", "chin"), 1
    )
    for word in words.split("|")
}
_TURN = r"(?:lop|dot|buoi|vong|phien|giai doan|chang|ky|lan|cum|khoa|ca|nhom|chuyen|tuan)"
_NUMBERED = re.compile(rf"\b({_TURN}) (?:thu )?({'|'.join(_ORDINALS)})\b")


def session_of(activity: Activity, text: str, span: Span | None) -> str:
    """Return the name of the part that `text` names, or that the day `span` is of; or nothing."""
    said = f" {_plain(text)} "
    names = dict.fromkeys([*_scopes(activity), *_placed(activity)])
    for name in names:
        if any(f" {each} " in said for each in _spoken(name)):
            return name
    if span and span.start and span.start == span.end:
        held = [name for name in _placed(activity) if names_day(span.start, name)]
        if held:
            return held[0]
        on = [t.scope for t in activity.times if t.start == t.end == span.start and t.scope]
        return on[0] if len(set(on)) == 1 else ""
    return ""


def of_session(text: str, session: str) -> str:
    """Return what `text` says of the part `session`: of "Lớp 1: …; Lớp 2: …" one; or all of it."""
    wanted = f"{_plain(session)}:"
    parts = [part for part in text.split("; ") if f"{_plain(part.partition(':')[0])}:" == wanted]
    return parts[0] if session and parts else text


def _spoken(name: str) -> list[str]:
    """A name, and the first of several things in it: "chung kết" of "Chung kết và bế mạc"."""
    first = re.split(r" và |, ", name)[0]
    return [_plain(name), *([_plain(first)] if " " in first else [])]


def _scopes(activity: Activity) -> list[str]:
    return [time.scope for time in activity.times if time.scope]


def _placed(activity: Activity) -> list[str]:
    parts = activity.place.text.split("; ") if activity.place else []
    return [part.partition(":")[0] for part in parts if ":" in part]


def _plain(text: str) -> str:
    folded = " ".join(re.sub(r"[^\w ]", " ", fold(text)).split())
    numbered = _NUMBERED.sub(lambda m: f"{m[1]} {_ORDINALS[m[2]]}", folded)
    return re.sub(r"\b0+(?=\d)", "", numbered)
