"""Picks the one handler for what came in."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

from campaign.messages import Incoming, Membership, Message, Migration, Outgoing, Press
from campaign.talk.notices import AnyNotice, say
from campaign.talk.questions import Intent
from handlers import (
    addressing,
    audit,
    broadcasts,
    campaigns,
    chats,
    commands,
    cooperatives,
    editions,
    greetings,
    groups,
    hands,
    languages,
    openings,
    presses,
    progress,
    prompts,
    questions,
    registering,
    registrations,
    reminders,
    roles,
    schedule,
    staff,
    wishes,
)
from handlers.addressing import Speech
from handlers.commands import Command
from handlers.visits import CampaignGone, Front, Visit
from storage import members, updates
from storage.database import Unit

Answer = Callable[[Visit, str], list[Outgoing]]
"""Answers a command, given what was written after it."""


def _ask(visit: Visit, argument: str) -> list[Outgoing]:
    if not argument:
        return [visit.say(say("ask_me", visit.language))]
    return _listen(visit, argument)


def _listen(visit: Visit, text: str) -> list[Outgoing]:
    """Note what the person tells, or answer what they ask."""
    if visit.chat.kind == "private" and (wished := wishes.ask(visit, text)) is not None:
        return wished
    for take in (registering.said, hands.reported):
        if (done := take(visit, text)) is not None:
            return done
    return questions.ask(visit, text)


def _tell(intent: Intent) -> Answer:
    return lambda visit, _argument: questions.tell(visit, intent)


ANSWERS: Mapping[Command, Answer] = {
    commands.START: greetings.start,
    commands.ASK: _ask,
    commands.SCHEDULE: schedule.command,
    commands.TODAY: schedule.today,
    commands.WEEK: schedule.this_week,
    commands.DEADLINES: schedule.deadlines,
    commands.THEME: _tell(Intent.THEME),
    commands.SLOGANS: _tell(Intent.SLOGANS),
    commands.LANGUAGE: languages.command,
    commands.CAMPAIGN: campaigns.command,
    commands.REMINDERS: reminders.command,
    commands.COOPERATIVES: cooperatives.command,
    commands.REGISTER: registrations.command,
    commands.HELP: greetings.explain,
    commands.PLAN: editions.command,
    commands.PROGRESS: progress.command,
    commands.OPEN: openings.command,
    commands.ANNOUNCE: broadcasts.command,
    commands.GROUPS: groups.command,
    commands.STAFF: staff.command,
    commands.LOG: audit.command,
    commands.CANCEL: prompts.cancel,
}

_STEERING = {commands.START, commands.ANNOUNCE, commands.CANCEL}
"""Commands that are obeyed whatever is written after them."""


def receive(
    front: Front,
    unit: Unit,
    update_id: int | None,
    incoming: Incoming,
    now: datetime.datetime,
) -> list[Outgoing]:
    """Handle an update that may be delivered again; the second time there is nothing to send.

    `update_id` None stands for a channel that delivers once. Talk among others is not remembered.
    """
    if isinstance(incoming, Message) and _speech(front, incoming) is None:
        return []
    if update_id is not None and not updates.first_time(unit, update_id, now):
        return []
    return handle(front, unit, incoming, now)


def handle(front: Front, unit: Unit, incoming: Incoming, now: datetime.datetime) -> list[Outgoing]:
    """Return what to send, [] for silence. `now` is aware."""
    try:
        return _route(front, unit, incoming, now)
    except CampaignGone as gone:
        return campaigns.gone(gone.visit)


def _route(front: Front, unit: Unit, incoming: Incoming, now: datetime.datetime) -> list[Outgoing]:
    match incoming:
        case Message():
            speech = _speech(front, incoming)
            if speech is None:
                return []
            return _answer(_enter(front, unit, incoming, now), speech, incoming)
        case Press():
            return presses.handle(_enter(front, unit, incoming, now), incoming)
        case Membership():
            return chats.join_or_leave(front, unit, incoming, now)
        case Migration():
            return chats.migrate(unit, incoming, now)


def _speech(front: Front, message: Message) -> Speech | None:
    """Return what is said to the bot; None for what is said to others."""
    speech = addressing.read(message.text, front.username)
    if message.chat.kind == "private":
        return speech
    if speech.foreign:
        return None
    ours = speech.word is not None and commands.find(speech.word) is not None
    replied = message.reply_to_bot and bool(speech.text)  # a sticker asks nothing
    return speech if ours or speech.named or replied else None


def _enter(front: Front, unit: Unit, incoming: Message | Press, now: datetime.datetime) -> Visit:
    if not incoming.sender.anonymous:
        members.meet(unit, incoming.sender.id, now)
    return Visit.of(front, unit, incoming, now)


def _answer(visit: Visit, speech: Speech, message: Message) -> list[Outgoing]:
    if speech.word is not None and not _announced(visit, speech.word, speech.argument):
        return _obey(visit, speech.word, speech.argument)
    if (offered := _in_place_of_words(visit)) is not None:
        return offered
    if (answered := prompts.answer(visit, message)) is not None:
        return answered
    if speech.named and not any(character.isalnum() for character in speech.text):
        return ANSWERS[commands.HELP](visit, "")
    if (offered := editions.offered(visit)) is not None:
        return offered
    if not speech.text:
        together = message.album and message.chat.kind == "private" and visit.manages
        notice: AnyNotice = "one_by_one" if together else "text_only"
        return [visit.say(say(notice, visit.language))]
    return _listen(visit, speech.text)


def _announced(visit: Visit, word: str, argument: str) -> bool:
    """Whether "/lich là lệnh…" is no command: words to be announced are awaited."""
    asked = prompts.asked(visit)
    steers = not argument or commands.find(word) in _STEERING
    return asked is not None and asked.question in prompts.ANNOUNCED and not steers


def _in_place_of_words(visit: Visit) -> list[Outgoing] | None:
    """Read a plan that is sent anew while the bot waits for what is right in its draft."""
    found = editions.offered(visit)
    asked = prompts.asked(visit) if found else None
    if asked is None or asked.question != "doubt":
        return None
    prompts.give_up(visit)
    return found


def _obey(visit: Visit, word: str, argument: str) -> list[Outgoing]:
    command = commands.find(word) or commands.HELP
    visit = replace(visit, spoken=commands.language(word))
    if command is not commands.CANCEL:
        prompts.give_up(visit)
    if command in commands.STAFF_COMMANDS and not _cancels(visit, command):
        refusal = roles.turn_away(visit, f"/{command.name}")
        if refusal:
            return [visit.say(refusal)]
    return ANSWERS[command](visit, argument)


def _cancels(visit: Visit, command: Command) -> bool:
    """Whether somebody gives up what they were asked: members are asked things, too."""
    return command is commands.CANCEL and prompts.asked(visit) is not None
