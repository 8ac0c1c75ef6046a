"""Invitations: links that make one person staff, once. Their secrets are not kept."""

import datetime
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import insert, select, update

from storage.database import Unit
from storage.tables import INVITATIONS

VALID = datetime.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """To which campaign a link invites, who made it, and who has used it, if anybody has."""

    campaign: str
    created_by: int
    used_by: int | None


def create(
    unit: Unit,
    secret: str,
    campaign: str,
    created_by: int,
    now: datetime.datetime,
) -> datetime.datetime:
    """Let whoever knows `secret` act for the campaign: the first one, before the time returned."""
    expires_at = now + VALID
    row = {
        "digest": _digest(secret),
        "campaign": campaign,
        "created_by": created_by,
        "created_at": now,
        "expires_at": expires_at,
    }
    unit.connection.execute(insert(INVITATIONS), row)
    return expires_at


def find(unit: Unit, secret: str) -> InvitationRecord | None:
    """Return the invitation with the secret, used and expired ones included."""
    columns = [INVITATIONS.c[name] for name in InvitationRecord.__slots__]
    found = select(*columns).where(INVITATIONS.c.digest == _digest(secret))
    row = unit.connection.execute(found).one_or_none()
    return InvitationRecord(*row) if row else None


def redeem(unit: Unit, secret: str, user_id: int, now: datetime.datetime) -> bool:
    """Use the invitation up; say whether it could still be used."""
    used = (
        update(INVITATIONS)
        .where(
            INVITATIONS.c.digest == _digest(secret),
            INVITATIONS.c.used_by.is_(None),
            INVITATIONS.c.expires_at > now,
        )
        .values(used_by=user_id, used_at=now)
    )
    return unit.connection.execute(used).rowcount == 1


def end(unit: Unit, campaign: str, now: datetime.datetime) -> int:
    """Let the campaign's invitations that nobody has used expire; return how many could be used."""
    still_open = (
        INVITATIONS.c.campaign == campaign,
        INVITATIONS.c.used_by.is_(None),
        INVITATIONS.c.expires_at > now,
    )
    ended = update(INVITATIONS).where(*still_open).values(expires_at=now)
    return unit.connection.execute(ended).rowcount


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
