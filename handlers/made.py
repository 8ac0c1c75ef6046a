"""Files that are made when they are sent: what is in them, at that moment."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from campaign.ledger.charts import Chart, chart
from campaign.ledger.grids import Sheet
from campaign.ledger.sheets import Guest, list_sheet, progress_sheet, queue_sheet
from campaign.messages import Language, Made, plain
from campaign.outreach.moments import show_moment
from campaign.talk.notices import say
from handlers.ledger import board
from handlers.visits import VIETNAM, Front
from storage import cooperatives, groups, openings, registrations
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be made: a file called `name`, without its ending."""

    name: str
    content: Sheet | Chart


def paper(front: Front, unit: Unit, now: datetime.datetime, made: Made) -> Paper | None:
    """Return what the file says now; None when its campaign is no longer there."""
    maker = FILES.get(made.what)
    return maker(front, unit, now, made.about) if maker else None


def _picture(
    front: Front, unit: Unit, now: datetime.datetime, about: tuple[str, ...]
) -> Paper | None:
    campaign, language = about[0], _language(about[1])
    if campaign not in front.handbooks:
        return None
    known, moment = board(front, unit, campaign), show_moment(now, language)
    title = plain(say("progress_title", language, campaign=known.label, moment=moment))
    return Paper(_name("tien-do", campaign, now), chart(known, title, language))


def _progress(
    front: Front, unit: Unit, now: datetime.datetime, about: tuple[str, ...]
) -> Paper | None:
    campaign, language = about[0], _language(about[1])
    if campaign not in front.handbooks:
        return None
    sheet = progress_sheet(board(front, unit, campaign), language)
    return Paper(_name("tien-do", campaign, now), sheet)


def _list(front: Front, unit: Unit, now: datetime.datetime, about: tuple[str, ...]) -> Paper | None:
    campaign, language = about[0], _language(about[1])
    if campaign not in front.handbooks:
        return None
    sheet = list_sheet(board(front, unit, campaign).lines, language)
    return Paper(_name("htx", campaign, now), sheet)


def _template(
    _front: Front, _unit: Unit, now: datetime.datetime, about: tuple[str, ...]
) -> Paper | None:
    return Paper(_name("mau-htx", about[0], now), list_sheet([], _language(about[1])))


def _registrations(
    front: Front, unit: Unit, now: datetime.datetime, about: tuple[str, ...]
) -> Paper | None:
    opening, language = openings.find(unit, int(about[0])), _language(about[1])
    if opening is None:
        return None
    labels = groups.labels(unit, opening.campaign, front.default)
    names: dict[int, list[str]] = {}
    for each in cooperatives.of_campaign(unit, opening.campaign):
        names.setdefault(each.chat_id or 0, []).append(each.name)
    guests = [
        Guest(
            labels.get(each.party.chat_id, ""),
            ", ".join(names.get(each.party.chat_id, [])),
            each.party.user_id,
            each.party.people,
            show_moment(each.at, language),
            each.seated,
        )
        for each in registrations.listing(unit, opening.id)
    ]
    name = _name(f"dang-ky-{opening.no}", opening.campaign, now)
    return Paper(name, queue_sheet(guests, language))


FILES: Mapping[str, Callable[[Front, Unit, datetime.datetime, tuple[str, ...]], Paper | None]] = {
    "list": _list,
    "picture": _picture,
    "progress": _progress,
    "registrations": _registrations,
    "template": _template,
}
"""By the name in `Made.what`."""


def _language(text: str) -> Language:
    return "en" if text == "en" else "vi"


def _name(what: str, campaign: str, now: datetime.datetime) -> str:
    return f"{what}-{campaign}-{now.astimezone(VIETNAM):%Y-%m-%d}"
