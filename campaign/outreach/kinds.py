"""The kinds of message, and what is promised of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Kind = Literal["reply", "notice", "announcement", "correction", "recall", "reminder"]

NO_MESSAGE = "no_message"
"""Why something failed that is done to a message which is not there: no use in trying again."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is promised of a kind.

    `urgent` overtakes what is not: somebody waits for it. `expires` is how long after its time it
    still helps. `interrupted` is what becomes of it when the process dies while it is being sent,
    so that nobody knows whether it arrived: "again" sends it once more, "unknown" shows it to the
    staff, who may have it sent again.
    """

    urgent: bool
    expires: timedelta
    interrupted: Literal["again", "unknown"]


POLICIES: Mapping[Kind, Policy] = {
    # An answer twice is better than none, but an hour later nobody remembers the question.
    "reply": Policy(urgent=True, expires=timedelta(minutes=10), interrupted="again"),
    "notice": Policy(urgent=True, expires=timedelta(days=1), interrupted="again"),
    # What reaches hundreds of groups is never said twice but on a person's word.
    "announcement": Policy(urgent=False, expires=timedelta(hours=24), interrupted="unknown"),
    "correction": Policy(urgent=False, expires=timedelta(hours=24), interrupted="unknown"),
    # Telegram deletes what is less than 48 hours old; what is older is edited.
    "recall": Policy(urgent=False, expires=timedelta(hours=48), interrupted="unknown"),
    # The most that a reminder has: it ends with the next one of the same, or with what it is about.
    "reminder": Policy(urgent=False, expires=timedelta(days=7), interrupted="unknown"),
}
