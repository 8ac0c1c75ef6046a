"""Who may do what, asked at the moment of doing it. Attempts that are refused go to the audit."""

from campaign.messages import Language, Text
from campaign.talk.notices import AnyNotice, say
from campaign.talk.staff_words import WORDS
from handlers.visits import Visit
from storage import audit


def turn_away(visit: Visit, what: str) -> Text | None:
    """Return why the person may not do `what`, a thing of the staff's; None where they may.

    Staff act in private chats only. Which campaign they act for is to be checked besides.
    """
    if not visit.manages:
        _write_down(visit, what)
    if visit.sender.anonymous:
        return say("write_as_yourself", visit.language)
    if visit.chat.kind != "private":
        return say("staff_in_private", visit.language)
    return None if visit.manages else say("staff_only", visit.language)


def turn_away_from(visit: Visit, campaign: str, what: str) -> Text | None:
    """Return why the person may not do `what` for the campaign; None where they may."""
    if campaign in visit.manages:
        return None
    return refuse(visit, "not_your_campaign", what, campaign)


def refuse(visit: Visit, why: AnyNotice, what: str, campaign: str | None = None) -> Text:
    """Write down that `what` was refused; return what to tell the person."""
    _write_down(visit, what, campaign)
    return say(why, visit.language)


def who(user_id: int, reader: int, language: Language) -> str:
    """Return what to call somebody of whom only the number is known: "bạn" to themselves."""
    return WORDS["you"][language] if user_id == reader else str(user_id)


def _write_down(visit: Visit, what: str, campaign: str | None = None) -> None:
    audit.add(visit.unit, visit.now, visit.sender.id, campaign, audit.REFUSED, what)
