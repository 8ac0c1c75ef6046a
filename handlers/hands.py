"""The button "Đã nộp" of a reminder: a group says which of its cooperatives has handed in."""

from campaign.ledger.names import ON_A_NOTICE, shortened
from campaign.ledger.reports import says_handed_in
from campaign.ledger.states import Due, called, is_over
from campaign.messages import Acknowledge, Button, Buttons, Edit, Outgoing, Press, Text, plain
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from handlers.ledger import called_among, dues_of, is_approved, pressed_due, unsettled
from handlers.visits import Visit, note
from storage import chats, cooperatives, submissions
from storage.cooperatives import CooperativeRecord

_ON_A_BUTTON = 40
_LONGEST_LABEL = 60
_OFFERED = 60
"""Telegram shows about 100 buttons."""


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Note that the group's one cooperative has handed in; of several, ask which one."""
    due, ours = pressed_due(visit, arguments[:2]), _ours(visit)
    if not isinstance(due, Due):
        return note(press, due)
    if arguments[2:]:
        return _chosen(visit, press, due, ":".join(arguments[2:]))
    if not ours:
        return note(press, say("hand_none", visit.language))
    if len(ours) == 1:
        return note(press, _hand_in(visit, due, ours[0], ours))
    if not unsettled(visit.unit, ours, due.no):
        return note(press, say("hand_all_again", visit.language))
    return [Acknowledge(press.id), visit.say(*_question(visit, due, ours))]


def reported(visit: Visit, text: str) -> list[Outgoing] | None:
    """Offer the buttons to who says that they have handed in; None where nothing is to be noted.

    That is any other text, a private chat, and a group without cooperatives.
    """
    if visit.chat.kind != "group" or not says_handed_in(text):
        return None
    if is_over(visit.handbook.plan, visit.today) or not _ours(visit) or not is_approved(visit):
        return None
    found = dues_of(visit.front, visit.unit, visit.campaign)
    if not found:
        return None
    rows = tuple((_button(visit, due),) for due in found)
    return [visit.say(say("hand_for_what", visit.language), rows)]


def _button(visit: Visit, due: Due) -> Button:
    label = f"{word('hand', visit.language)} · {called(due.activity, visit.language)}"
    return Button(shortened(label, _LONGEST_LABEL), f"hand:{visit.campaign}:{due.no}")


def _chosen(visit: Visit, press: Press, due: Due, which: str) -> list[Outgoing]:
    """Note that the cooperative of the button has handed in; the question goes on for the rest."""
    ours = _ours(visit)
    known = {str(each.id): each for each in ours}
    if which not in known:
        return note(press, say("hand_foreign", visit.language))
    told = plain(_hand_in(visit, due, known[which], ours))
    return [
        Acknowledge(press.id, told),
        Edit(visit.chat, press.message_id, *_question(visit, due, ours)),
    ]


def _ours(visit: Visit) -> list[CooperativeRecord]:
    return cooperatives.of_chat(visit.unit, visit.campaign, visit.chat.id)


def _hand_in(
    visit: Visit, due: Due, each: CooperativeRecord, ours: list[CooperativeRecord]
) -> Text:
    new = submissions.hand_in(visit.unit, each.id, due.no, visit.now)
    name = called_among(ours, each, ON_A_NOTICE)
    return say("hand_ok" if new else "hand_again", visit.language, name=name)


def _question(visit: Visit, due: Due, ours: list[CooperativeRecord]) -> tuple[Text, Buttons]:
    """Return the question to the group, in its own language: it is not the presser's alone."""
    language = chats.language(visit.unit, visit.chat.id)
    activity = called(due.activity, language)
    left = unsettled(visit.unit, ours, due.no)
    if not left:
        return say("hand_all", language, activity=activity), ()
    text = say("hand_which", language, activity=activity, number=str(len(left)))
    begin = f"hand:{visit.campaign}:{due.no}"
    return text, tuple(
        (Button(called_among(ours, each, _ON_A_BUTTON), f"{begin}:{each.id}"),)
        for each in left[:_OFFERED]
    )
