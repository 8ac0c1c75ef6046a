"""Cooperatives in the ledger, for tests."""

from campaign.messages import Chat
from storage import chats, cooperatives, submissions
from storage.cooperatives import CooperativeRecord, NewCooperative
from storage.database import Unit
from tests.storage.newsroom import NOON, OWN


def group(unit: Unit, chat_id: int) -> None:
    chats.meet(unit, Chat(chat_id, "group", f"Nhóm {-chat_id}"), NOON)


def cooperative(
    unit: Unit,
    name: str,
    chat_id: int | None = None,
    *,
    campaign: str = OWN,
    district: str = "Ý Yên",
) -> CooperativeRecord:
    """Return a new cooperative; its group is known from here on."""
    if chat_id is not None:
        group(unit, chat_id)
    cooperatives.add(unit, campaign, [NewCooperative(name, district, chat_id)])
    return next(each for each in cooperatives.of_campaign(unit, campaign) if each.name == name)


def handed_in(unit: Unit, each: CooperativeRecord, no: int = 8) -> submissions.SubmissionRecord:
    submissions.hand_in(unit, each.id, no, NOON)
    found = submissions.of(unit, each.id, no)
    assert found
    return found
