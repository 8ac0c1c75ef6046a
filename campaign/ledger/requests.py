"""What members want of registration, in words: "đăng ký hội thao 5 người", "hủy đăng ký"."""

import re
from dataclasses import dataclass
from typing import Literal

from campaign.language.text import fold
from campaign.ledger.reports import asks

Want = Literal["change", "join", "quit"]

_LONGEST = 25
"""Words: who writes more tells a story."""
_REGISTER = r"(?:dang (?:ky|ki)|dk|dki|register(?:ed|ing)?|registration|sign up)"
_FILLER = (
    "a|ad|admin|alo|anh|ban|ben|bot|can|chao|chi|cho|chung|co|d|da|dum|e|em|giup|ho|htx|hello|hi|i"
    "|like|minh|muon|mun|my|nha|nhe|nho|nhom|oi|our|please|se|ta|to|toi|tui|us|want|we|would|xin"
)
_BEGINS = re.compile(rf"^(?:(?:{_FILLER}) )*{_REGISTER}\b")
_QUIT = re.compile(
    r"\b(?:huy|rut|bo|cancel|withdraw)(?: (?:bo|khoi|lai|phan|luot|viec|ten|my|our|the))*"
    rf" {_REGISTER}\b|\bunregister\b"
)
_CHANGE = re.compile(
    r"\b(?:sua|doi|thay doi|cap nhat|dieu chinh|tang|giam|change|update)\b"
    rf"(?=.*\b{_REGISTER}\b)|\b{_REGISTER} lai\b"
    rf"|(?<=dang ky)\b.*\b(?:doi|sua|giam|tang) (?:lai|thanh|con|len|xuong)\b"
)
_NUMBERS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_PEOPLE = r"(?:nguoi|ng|dai bieu|thanh vien|suat|van dong vien|vdv|ve|people|persons?|seats?)"
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_NUMBERS)})"
_COUNT = re.compile(rf"\b({_NUMBER}) ?{_PEOPLE}\b")
_UNCLEAR = re.compile(
    rf"(?:\d ?[-–—] ?|(?<!\S)[-–—]|\b(?:{'|'.join(_NUMBERS)}) |\b{_NUMBER}(?: {_PEOPLE})?"
    rf" (?:den|hoac|hay|or) ){_NUMBER} ?{_PEOPLE}\b"
)
"""With marks: "3-5 người", "hai ba người"; "mười hai người" is not two."""
_UNCLEAR_COUNT = re.compile(
    rf"(?:\b{_NUMBER}(?: {_PEOPLE})? (?:(?:den|hoac|hay|or) )?)?\b{_NUMBER} ?{_PEOPLE}\b"
)
"""The same in bare words."""
_BECOMES = re.compile(r"\b(?:thanh|len|xuong|con|sang|la|to) (\d{1,4})\b")
_MORE = re.compile(r"\b(?:them|bot)\b")
_DONE = re.compile(rf"\b(?:da|have|has) {_REGISTER}\b")
_SMALL = frozenset(
    f"{_FILLER}|ah|an|bac|ca|cac|cap|change|cho|di|dieu|do|doi|duoc|for|giam|hoat|dong|kien|lai|len|luon|luong"
    "|nay|nhat|nguoi|nua|of|on|roi|so|su|sua|tang|thanh|thay|the|thoi|to|update|voi|with|xuong".split(
        "|"
    )
)
"""Words that name no activity."""
_SAID = tuple(map(re.compile, (_REGISTER, r"\b(?:tham gia|tham du)\b")))


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants; `about` are the words left, which may name an activity.

    `people` None leaves open with how many. Who is not `sure` asks how it is done.
    """

    want: Want
    people: int | None
    about: str
    sure: bool = True

    @property
    def is_all(self) -> bool:
        """Whether nothing else is said, such as what one registers for."""
        return _SMALL.issuperset(fold(self.about).split())


def read_request(text: str) -> Request | None:
    """Return what `text` wants of registration, None where it is about something else."""
    typed = " ".join(re.findall(r"[^\W_]+", text))
    said = fold(typed)
    if len(said.split()) > _LONGEST:
        return None
    want = _want(said, typed, asking=asks(text))
    if want is None:
        return None
    unclear = _UNCLEAR.search(fold(" ".join(text.split()))) is not None
    people = None if unclear else _people(said)
    count = _UNCLEAR_COUNT if unclear else _COUNT
    return Request(want, people, _about(said, typed, count), sure=not asks(text))


def _want(said: str, typed: str, *, asking: bool) -> Want | None:
    if _QUIT.search(said):
        return "quit"
    if asking or _is_done(said, typed) or not re.search(rf"\b{_REGISTER}\b", said):
        return None
    if _CHANGE.search(said):
        return "change"
    return "join" if _BEGINS.search(said) or _COUNT.search(said) else None


def _is_done(said: str, typed: str) -> bool:
    """Whether somebody tells that they have registered: "dạ, đăng ký" is another word."""
    found = _DONE.search(said)
    return found is not None and typed[found.start() : found.start() + 2].lower() != "dạ"


def _people(said: str) -> int | None:
    """Return the number of people; None also for "thêm 2 người", which is not all of them."""
    counts = {*_COUNT.findall(said), *_BECOMES.findall(said)}
    if _MORE.search(said) or len(counts) != 1:
        return None
    (count,) = counts
    return int(count) if count.isdigit() else _NUMBERS.index(count) + 1


def _about(said: str, typed: str, count: re.Pattern[str]) -> str:
    rest = list(typed)
    for known in (_QUIT, count, _BECOMES, *_SAID):
        for found in known.finditer(said):
            rest[found.start() : found.end()] = " " * (found.end() - found.start())
    return " ".join("".join(rest).split())
