"""The tables that staff get as a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from campaign.ledger import lists
from campaign.ledger.grids import Sheet
from campaign.ledger.standing import Board, Line
from campaign.ledger.states import STANDINGS, called
from campaign.messages import Language

_Title = Literal["list", "progress", "registrations"]

TITLES: Mapping[_Title, Mapping[Language, str]] = {
    "list": {"vi": "Danh sách HTX", "en": "Cooperatives"},
    "progress": {"vi": "Tiến độ", "en": "Progress"},
    "registrations": {"vi": "Đăng ký", "en": "Registrations"},
}
_LIST_HEAD = tuple(lists.TITLES.values())
QUEUE_HEAD: Mapping[Language, tuple[str, ...]] = {
    "vi": ("STT", "Nơi đăng ký", "HTX", "ID Telegram", "Số người", "Thời điểm", "Chỗ"),
    "en": ("No.", "Where", "Cooperatives", "Telegram ID", "People", "At", "Seat"),
}
SEATS: Mapping[bool, Mapping[Language, str]] = {
    True: {"vi": "có chỗ", "en": "has a seat"},
    False: {"vi": "chờ", "en": "waiting"},
}


@dataclass(frozen=True, slots=True)
class Guest:
    """A party in the queue, as it is shown: where it registered, and for which cooperatives."""

    place: str
    cooperatives: str
    account: int
    people: int
    moment: str
    seated: bool


def list_sheet(lines: Iterable[Line], language: Language) -> Sheet:
    """Return the list of cooperatives in the form in which it can be sent back.

    Without lines it is what staff fill in.
    """
    rows = [(line.name, line.district, line.group) for line in lines]
    return Sheet(TITLES["list"][language], _LIST_HEAD, rows)


def progress_sheet(board: Board, language: Language) -> Sheet:
    """Return how far each cooperative is with each activity."""
    head = (*_LIST_HEAD, *(called(due.activity, language) for due in board.dues))
    rows = [
        (
            line.name,
            line.district,
            line.group,
            *(STANDINGS[line.at(due.no)][language] for due in board.dues),
        )
        for line in board.lines
    ]
    return Sheet(TITLES["progress"][language], head, rows)


def queue_sheet(guests: Sequence[Guest], language: Language) -> Sheet:
    """Return who comes with how many, in the order in which they registered."""
    rows = [
        (
            number,
            guest.place,
            guest.cooperatives,
            str(guest.account),
            guest.people,
            guest.moment,
            SEATS[guest.seated][language],
        )
        for number, guest in enumerate(guests, start=1)
    ]
    return Sheet(TITLES["registrations"][language], QUEUE_HEAD[language], rows)
