"""Files that are made when they are sent: what is in them, at that moment."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from campaign.ledger.charts import Chart, chart
from campaign.ledger.grids import Sheet
from campaign.ledger.sheets import Guest, list_sheet, progress_sheet, queue_sheet
from campaign.ledger.standing import Board
from campaign.messages import Language, Made, plain
from campaign.outreach.moments import show_moment
from campaign.talk.notices import say
from campaign.zone import VIETNAM
from handlers import ledger
from handlers.visits import Front
from storage import cooperatives, groups, openings, registrations
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be made: a file called `name`, without its ending."""

    name: str
    content: Sheet | Chart


@dataclass(frozen=True, slots=True)
class _Order:
    """For whom: the staff of a loaded campaign, who read `language`; `now` (aware)."""

    front: Front
    unit: Unit
    now: datetime.datetime
    campaign: str
    language: Language

    @property
    def board(self) -> Board:
        return ledger.board(self.front, self.unit, self.campaign)

    def paper(self, name: str, content: Sheet | Chart) -> Paper:
        day = self.now.astimezone(VIETNAM).date()
        return Paper(f"{name}-{self.campaign}-{day}", content)


def paper(front: Front, unit: Unit, now: datetime.datetime, made: Made) -> Paper | None:
    """Return what the file says now; None when its campaign is no longer loaded."""
    campaign, *rest, language = made.about
    if campaign not in front.handbooks:
        return None
    order = _Order(front, unit, now, campaign, "en" if language == "en" else "vi")
    return FILES[made.what](order, *rest)


def _picture(order: _Order) -> Paper:
    known, moment = order.board, show_moment(order.now, order.language)
    title = plain(say("progress_title", order.language, campaign=known.label, moment=moment))
    return order.paper("tien-do", chart(known, title, order.language))


def _progress(order: _Order) -> Paper:
    return order.paper("tien-do", progress_sheet(order.board, order.language))


def _list(order: _Order) -> Paper:
    return order.paper("htx", list_sheet(order.board.lines, order.language))


def _template(order: _Order) -> Paper:
    return order.paper("mau-htx", list_sheet([], order.language))


def _registrations(order: _Order, number: str) -> Paper:
    opening = openings.prepare(order.unit, order.campaign, int(number))
    labels = groups.labels(order.unit, order.campaign, order.front.default)
    names: dict[int, list[str]] = {}
    for each in cooperatives.of_campaign(order.unit, order.campaign):
        names.setdefault(each.chat_id or 0, []).append(each.name)
    guests = [
        Guest(
            labels.get(each.party.chat_id, ""),
            ", ".join(names.get(each.party.chat_id, [])),
            each.party.user_id,
            each.party.people,
            show_moment(each.at, order.language),
            each.seated,
        )
        for each in registrations.listing(order.unit, opening.id)
    ]
    return order.paper(f"dang-ky-{number}", queue_sheet(guests, order.language))


FILES: Mapping[str, Callable[..., Paper]] = {
    "list": _list,
    "picture": _picture,
    "progress": _progress,
    "registrations": _registrations,
    "template": _template,
}
"""By the name in `Made.what`. `Made.about` is the campaign, what else the file needs, and the
language."""
