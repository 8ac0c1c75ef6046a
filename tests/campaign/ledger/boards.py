"""Boards of any size, for tests of what staff are shown."""

import datetime

from campaign.ledger.standing import Board, Line
from campaign.ledger.states import Due
from campaign.plan.model import Activity


def board(districts: int, activities: int) -> Board:
    """Return a board with a cooperative in each district, of which every second has handed in."""
    dues = [
        Due(
            Activity(no=no, section=f"III.{no}", name=f"Giải {no}", title=f"Xét giải {no}"),
            datetime.date(2024, 3, 14),
            no,
        )
        for no in range(1, activities + 1)
    ]
    lines = [
        Line(f"HTX {n}", f"Huyện {n:03}", "", {1: "handed_in"} if n % 2 else {})
        for n in range(districts)
    ]
    return Board("Sông Xanh 2024", dues, lines)
