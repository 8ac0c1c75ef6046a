"""Staff look at what was handed in: they accept it, or send it back with a reason."""

import re

from campaign.ledger.names import shortened
from campaign.ledger.states import STANDINGS, Due, called
from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Chat,
    Edit,
    Message,
    Outgoing,
    Press,
    Send,
    Text,
    plain,
)
from campaign.outreach.moments import show_moment
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import LedgerWord, word
from campaign.talk.notices import AnyNotice, say
from handlers import roles
from handlers.ledger import due_of, reminder_buttons
from handlers.readers import somebody, staff_of
from handlers.visits import FRESH, Visit, note
from storage import audit, chats, cooperatives, groups, prompts, submissions
from storage.cooperatives import CooperativeRecord
from storage.submissions import SubmissionRecord

LONGEST_REASON = 255
_LISTED = 60
"""Telegram shows about 100 buttons."""
_NUMBER = re.compile("[1-9][0-9]{0,14}")
_STEPS: tuple[LedgerWord, ...] = ("accept", "return", "clear")
_Case = tuple[SubmissionRecord, CooperativeRecord, Due]


def waiting(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """List what has been handed in for an activity and nobody has looked at."""
    campaign, number = arguments if len(arguments) == 2 else ("", "")  # noqa: PLR2004 - both
    if campaign not in visit.front.handbooks or not _NUMBER.fullmatch(number):
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refusal)
    found = due_of(visit.front, visit.unit, campaign, number)
    if found is None:
        return note(press, say("old_button", visit.language))
    return [Acknowledge(press.id), visit.say(*_waiting(visit, campaign, found))]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Show what a cooperative has handed in, or decide about it."""
    case = _case(visit, arguments[0]) if arguments else None
    if case is None:
        return note(press, say("old_button", visit.language))
    submission, cooperative, _ = case
    if refusal := roles.turn_away_from(visit, cooperative.campaign, press.data):
        return note(press, refusal)
    match arguments[1:]:
        case []:
            return [Acknowledge(press.id), visit.say(*_card(visit, case))]
        case [step, mark] if step in _STEPS:
            decide = _decide if mark == _mark(submission) else _late
            return decide(visit, press, case, step)
    return note(press, say("old_button", visit.language))


def answered(visit: Visit, message: Message, submission_id: int) -> list[Outgoing]:
    """Send it back with the message as the reason; ask again where that cannot be one."""
    case = _case(visit, str(submission_id))
    if case is None:
        return [visit.say(say("judge_late", visit.language))]
    submission, cooperative, _ = case
    if refusal := roles.turn_away_from(visit, cooperative.campaign, f"reason {submission_id}"):
        return [visit.say(refusal)]
    reason = " ".join(message.text.split())
    if not reason or len(reason) > LONGEST_REASON:
        prompts.ask(visit.unit, visit.sender.id, "reason", submission_id, visit.now)
        return [visit.say(say("judge_reason_needed", visit.language, limit=str(LONGEST_REASON)))]
    if not submissions.decide(visit.unit, submission, "returned", reason, visit.now):
        return [visit.say(say("judge_late", visit.language))]
    _write_down(visit, "judge_return", case, reason)
    shown = visit.say(*_card(visit, _again(visit, case)))
    told = _tell(visit, case, "judge_returned", reason=reason)
    return [shown, *told, *_overtake(visit, case)]


def _decide(visit: Visit, press: Press, case: _Case, step: str) -> list[Outgoing]:
    if step == "return":
        prompts.ask(visit.unit, visit.sender.id, "reason", case[0].id, visit.now)
        question = say("judge_ask_reason", visit.language, name=case[1].name)
        return [Acknowledge(press.id), visit.say(question)]
    return _accept(visit, press, case) if step == "accept" else _clear(visit, press, case)


def _accept(visit: Visit, press: Press, case: _Case) -> list[Outgoing]:
    if not submissions.decide(visit.unit, case[0], "accepted", None, visit.now):
        return _late(visit, press, case, "accept")
    _write_down(visit, "judge_accept", case)
    edit = Edit(visit.chat, press.message_id, *_card(visit, _again(visit, case)))
    told = _tell(visit, case, "judge_accepted")
    return [Acknowledge(press.id), edit, *told, *_overtake(visit, case)]


def _clear(visit: Visit, press: Press, case: _Case) -> list[Outgoing]:
    submission, cooperative, _ = case
    submissions.forget(visit.unit, submission.id)
    _write_down(visit, "judge_clear", case)
    told = say("judge_cleared", visit.language, name=cooperative.name)
    edit = Edit(visit.chat, press.message_id, told)
    group = _tell(visit, case, "judge_reset")
    return [Acknowledge(press.id), edit, *group, *_overtake(visit, case)]


def _late(visit: Visit, press: Press, case: _Case, _step: str) -> list[Outgoing]:
    """Show how it stands now to who saw how it stood before."""
    late = plain(say("judge_late", visit.language))
    shown = Edit(visit.chat, press.message_id, *_card(visit, _again(visit, case)))
    return [Acknowledge(press.id, late), shown]


def _overtake(visit: Visit, case: _Case) -> list[Outgoing]:
    """Tell those of the staff who are being asked for a reason that it is decided."""
    submission, cooperative, _ = case
    asked = prompts.withdraw(visit.unit, "reason", submission.id, visit.now - FRESH)
    staff = staff_of(visit.front, visit.unit, cooperative.campaign)
    others = (each for each in asked if each in staff and each != visit.sender.id)
    readers = [somebody(visit.front, visit.unit, visit.now, each) for each in others]
    return [
        Send(each.chat, say("judge_overtaken", each.language, name=cooperative.name))
        for each in readers
    ]


def _mark(submission: SubmissionRecord) -> str:
    """Return what tells how it stands now from how it stood when a card was shown."""
    return f"{submission.state[0]}{submission.changed_at.timestamp():.0f}"


def _case(visit: Visit, number: str) -> _Case | None:
    submission = submissions.find(visit.unit, int(number)) if _NUMBER.fullmatch(number) else None
    cooperative = submission and cooperatives.find(visit.unit, submission.cooperative_id)
    if not submission or not cooperative or cooperative.campaign not in visit.front.handbooks:
        return None
    found = due_of(visit.front, visit.unit, cooperative.campaign, submission.no)
    return (submission, cooperative, found) if found else None


def _again(visit: Visit, case: _Case) -> _Case:
    return submissions.find(visit.unit, case[0].id) or case[0], case[1], case[2]


def _waiting(visit: Visit, campaign: str, found: Due) -> tuple[Text, Buttons]:
    names = {each.id: each for each in cooperatives.of_campaign(visit.unit, campaign)}
    open_ = _handed_in(visit, campaign, found)
    activity = called(found.activity, visit.language)
    if not open_:
        return say("waiting_none", visit.language, activity=activity), ()
    text = say("waiting_title", visit.language, activity=activity, number=str(len(open_)))
    if len(open_) > _LISTED:
        text = (*text, "\n", *say("more", visit.language, number=str(len(open_) - _LISTED)))
    rows = ((names[each.cooperative_id], each) for each in open_[:_LISTED])
    return text, tuple(
        (Button(shortened(f"{coop.name} · {coop.district}", 60), f"judge:{each.id}"),)
        for coop, each in rows
    )


def _card(visit: Visit, case: _Case) -> tuple[Text, Buttons]:
    submission, cooperative, found = case
    language = visit.language
    text = say(
        "judge_card",
        language,
        name=cooperative.name,
        district=cooperative.district,
        section=found.activity.section,
        activity=called(found.activity, language),
        standing=STANDINGS[submission.state][language],
        moment=show_moment(submission.changed_at, language),
    )
    lines = [text]
    if submission.state == "returned" and submission.reason:
        lines.append(say("judge_reason", language, reason=submission.reason))
    if cooperative.chat_id is None:
        lines.append(say("judge_no_group", language, name=cooperative.name))
    begin = f"judge:{submission.id}"
    steps = _STEPS[1:] if submission.state == "accepted" else _STEPS
    mark = _mark(submission)
    rows = tuple((Button(word(step, language), f"{begin}:{step}:{mark}"),) for step in steps)
    return joined(lines), (*rows, *_others(visit, case))


def _others(visit: Visit, case: _Case) -> Buttons:
    """Return the button that leads to what else waits to be confirmed for the activity."""
    submission, cooperative, found = case
    waiting = _handed_in(visit, cooperative.campaign, found)
    number = sum(each.id != submission.id for each in waiting)
    if not number:
        return ()
    facts = {"number": str(number), "section": found.activity.section}
    label = word("waiting", visit.language, **facts)
    return ((Button(label, f"due:{cooperative.campaign}:{found.no}"),),)


def _handed_in(visit: Visit, campaign: str, found: Due) -> list[SubmissionRecord]:
    return [
        each
        for each in submissions.of_campaign(visit.unit, campaign)
        if each.no == found.no and each.state == "handed_in"
    ]


def _tell(visit: Visit, case: _Case, notice: AnyNotice, **facts: str) -> list[Outgoing]:
    """Tell the group of the cooperative; what is sent back can be handed in again."""
    _, cooperative, found = case
    group = groups.find(visit.unit, cooperative.chat_id or 0, visit.front.default)
    if cooperative.chat_id is None or not group or group.campaign != cooperative.campaign:
        return []
    language = chats.language(visit.unit, cooperative.chat_id)
    activity = called(found.activity, language)
    text = say(notice, language, activity=activity, name=cooperative.name, **facts)
    back = notice != "judge_accepted"
    buttons = reminder_buttons(cooperative.campaign, found.no, language) if back else ()
    return [Send(Chat(cooperative.chat_id, "group"), text, buttons)]


def _write_down(visit: Visit, action: str, case: _Case, reason: str = "") -> None:
    _, cooperative, found = case
    what = f"{cooperative.name} · {found.activity.section} {reason}".strip()
    audit.add(visit.unit, visit.now, visit.sender.id, cooperative.campaign, action, what)
