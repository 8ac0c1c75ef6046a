"""A visit: somebody speaks to the bot in a chat, and what is needed to answer."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from campaign.messages import (
    Acknowledge,
    Buttons,
    Chat,
    Content,
    Language,
    Membership,
    Message,
    Outgoing,
    Press,
    Send,
    Sender,
    Text,
    plain,
)
from campaign.outreach.reminders import Schedule
from campaign.talk.conversation import Context
from campaign.talk.handbook import Handbook
from campaign.zone import VIETNAM
from storage import chats, dialogs, staff
from storage.chats import ChatRecord
from storage.database import Unit
from storage.dialogs import DialogRecord

FRESH = datetime.timedelta(minutes=30)
"""How long the next question may refer to the one before."""
Keyed = tuple[str, Outgoing]
"""Something to be said by itself, with the key under which it belongs into the outbox, once."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the bot is: the campaigns it knows by id, the `default` one, its username without @.

    `owners` are the user ids of those who run it; they act for every campaign.
    `second_approver` says that one person writes an announcement and another one lets it go;
    `schedules` say when groups are reminded, by campaign, where it is not as usual.
    """

    handbooks: Mapping[str, Handbook]
    default: str
    username: str
    owners: frozenset[int] = frozenset()
    second_approver: bool = False
    schedules: Mapping[str, Schedule] = field(default_factory=dict)

    def schedule(self, campaign: str) -> Schedule:
        """Return when the groups of a campaign are reminded."""
        return self.schedules.get(campaign, Schedule())

    def label(self, campaign: str) -> str:
        """Return what to call a campaign in few words. Raises KeyError for an unknown one."""
        plan = self.handbooks[campaign].plan
        return f"{plan.province or plan.issuer} {plan.year}"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody in a chat, now (aware).

    `message_id` is what they wrote, or the message whose button they pressed; 0 for neither.
    `dialog` is what they and the bot have just spoken of; `quoted` the message that an answer
    quotes, if any; `spoken` the language whose name of a command was typed, if any;
    `content` what was written, in full, where it can be carried elsewhere.
    """

    front: Front
    unit: Unit
    now: datetime.datetime
    chat: Chat
    sender: Sender
    record: ChatRecord
    dialog: DialogRecord | None
    quoted: int | None
    spoken: Language | None = None
    content: Content | None = None
    message_id: int = 0

    @classmethod
    def of(
        cls,
        front: Front,
        unit: Unit,
        incoming: Message | Press | Membership,
        now: datetime.datetime,
    ) -> Self:
        """Return the visit; its chat is remembered from here on."""
        chat = incoming.chat
        record = chats.meet(unit, chat, now)
        dialog = dialogs.find(unit, chat.id, incoming.sender.id, now - FRESH)
        content = incoming.content if isinstance(incoming, Message) else None
        quoted, number = _quoted(incoming), _number(incoming)
        return cls(
            *(front, unit, now, chat, incoming.sender, record, dialog, quoted),
            content=content,
            message_id=number,
        )

    @property
    def today(self) -> datetime.date:
        """The day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    @property
    def campaign(self) -> str:
        """The id of the one campaign that the chat belongs to."""
        return self.record.campaign or self.front.default

    @property
    def handbook(self) -> Handbook:
        """What is known of the chat's campaign. Raises CampaignGone."""
        try:
            return self.front.handbooks[self.campaign]
        except KeyError:
            raise CampaignGone(self) from None

    @property
    def context(self) -> Context | None:
        """What the next question may refer to: nothing that another campaign's answer said."""
        if self.dialog is None or self.dialog.campaign != self.campaign:
            return None
        return Context.from_json(self.dialog.context)

    @property
    def language(self) -> Language:
        """The language to speak where no text of the person shows one."""
        if self.record.language:
            return self.record.language
        if self.spoken:
            return self.spoken
        if self.dialog:
            return self.dialog.language
        return "en" if (self.sender.language or "").lower().startswith("en") else "vi"

    @property
    def may_choose(self) -> bool:
        """Whether the person may choose the chat's campaign."""
        return self.chat.kind == "private" or (
            self.sender.admin is True and not self.sender.anonymous
        )

    @property
    def owns(self) -> bool:
        """Whether the person is one of those who run the bot."""
        return not self.sender.anonymous and self.sender.id in self.front.owners

    @property
    def manages(self) -> frozenset[str]:
        """The campaigns, of those that are loaded, for which the person acts at this moment."""
        if self.sender.anonymous:
            return frozenset()
        return campaigns_for(self.front, self.unit, self.sender.id)

    @property
    def acts_for(self) -> str:
        """The one of the campaigns in `manages` that is meant where none is named.

        It is the private chat's own, if it is one of them. Raises ValueError for who manages none.
        """
        return self.campaign if self.campaign in self.manages else min(self.manages)

    def say(self, text: Text, buttons: Buttons = ()) -> Send:
        """Return a message to the chat."""
        return Send(self.chat, text, buttons, self.quoted)


def campaigns_for(front: Front, unit: Unit, user_id: int) -> frozenset[str]:
    """Return the campaigns, of those that are loaded, for which the person acts by now."""
    if user_id in front.owners:
        return frozenset(front.handbooks)
    return staff.campaigns_of(unit, user_id) & front.handbooks.keys()


def note(press: Press, text: Text) -> list[Outgoing]:
    """Return a short notice over the chat, and nothing else, to whoever pressed."""
    return [Acknowledge(press.id, plain(text))]


class CampaignGone(Exception):  # noqa: N818 - said of the campaign, not of the program
    """The chat belongs to a campaign that is not loaded; no other one may answer in its place."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit.campaign)
        self.visit = visit


def _number(incoming: Message | Press | Membership) -> int:
    if isinstance(incoming, Message):
        return incoming.id
    return incoming.message_id if isinstance(incoming, Press) else 0


def _quoted(incoming: Message | Press | Membership) -> int | None:
    """In a group an answer quotes what it answers; in private there is no doubt about it."""
    return None if incoming.chat.kind == "private" else _number(incoming) or None
