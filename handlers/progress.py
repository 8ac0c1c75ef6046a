"""How far the cooperatives are: /tiendo."""

import datetime

from campaign.ledger.standing import Board
from campaign.ledger.states import Due, called
from campaign.ledger.tables import show_districts
from campaign.messages import Button, Buttons, Chat, Language, Made, Outgoing, SendFile, Text
from campaign.outreach.moments import show_moment
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from campaign.talk.times import show_day
from handlers.ledger import board
from handlers.visits import Visit


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/tiendo: a table in the chat, a picture, and each cooperative as XLSX.

    Who acts for several campaigns gets them for each that has something to show.
    """
    boards = {each: board(visit.front, visit.unit, each) for each in sorted(visit.manages)}
    shown = {each: known for each, known in boards.items() if known.dues and known.lines}
    if not shown:
        known = boards[visit.acts_for]
        why = say(
            "progress_nobody" if known.dues else "progress_nothing_due",
            visit.language,
            campaign=known.label,
        )
        return [visit.say(why)]
    return [each for campaign, known in shown.items() for each in _show(visit, campaign, known)]


def _show(visit: Visit, campaign: str, known: Board) -> list[Outgoing]:
    language = visit.language
    return [
        visit.say(_text(known, visit.now, language), _buttons(known, campaign, language)),
        *files(visit.chat, campaign, known.label, language),
    ]


def files(chat: Chat, campaign: str, label: str, language: Language) -> list[Outgoing]:
    """Return the picture and the XLSX, which show how it stands when they are sent."""
    about = (campaign, language)
    picture = Made("photo", "picture", about)
    return [
        SendFile(chat, picture, say("progress_picture", language, campaign=label)),
        SendFile(chat, Made("document", "progress", about), say("progress_file", language)),
    ]


def _share(known: Board, due: Due, language: Language) -> Text:
    """Return the figures of one activity, and below them those of the districts."""
    count = known.count(due.no)
    facts = {"settled": str(count.settled), "total": str(count.total), "day": show_day(due.last)}
    figures = say("progress_share", language, **facts)
    return (*figures, "\n", show_districts(known, due.no, language))


def _text(known: Board, now: datetime.datetime, language: Language) -> Text:
    moment = show_moment(now, language)
    lines = [say("progress_title", language, campaign=known.label, moment=moment)]
    for due in known.dues:
        facts = {"section": due.activity.section, "activity": called(due.activity, language)}
        lines += [("",), say("progress_activity", language, **facts)]
        lines.append(_share(known, due, language))
    return joined([*lines, say("progress_short", language)])


def _buttons(known: Board, campaign: str, language: Language) -> Buttons:
    """Return a button for each activity for which something waits to be confirmed."""
    waiting = ((due, known.count(due.no)["handed_in"]) for due in known.dues)
    return tuple(
        (
            Button(
                word("waiting", language, number=str(number), section=due.activity.section),
                f"due:{campaign}:{due.no}",
            ),
        )
        for due, number in waiting
        if number
    )
