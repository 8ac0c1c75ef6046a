"""The kinds of message, and what is promised of each."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["reply", "notice", "announcement", "correction", "recall", "reminder"]


@dataclass(frozen=True, slots=True)
class Policy:
    """What is promised of a kind.

    `urgent` overtakes what is not; `expires` is how long after its time it still helps;
    `interrupted` is what becomes of it when the process dies while it is being sent.
    """

    urgent: bool
    expires: datetime.timedelta
    interrupted: Literal["again", "unknown"]


def _policy(hours: float, interrupted: Literal["again", "unknown"]) -> Policy:
    return Policy(interrupted == "again", datetime.timedelta(hours=hours), interrupted)


POLICIES: Mapping[Kind, Policy] = {
    "reply": _policy(1 / 6, "again"),
    "notice": _policy(24, "again"),
    "announcement": _policy(24, "unknown"),
    "correction": _policy(24, "unknown"),
    "recall": _policy(48, "unknown"),
    "reminder": _policy(24, "unknown"),
}
