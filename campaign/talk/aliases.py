"""Another name for an activity, looked at before it counts: what else might be meant by it."""

import datetime
from dataclasses import dataclass
from typing import Literal

from campaign.plan.model import Activity
from campaign.talk.handbook import Handbook
from campaign.talk.reading import read


@dataclass(frozen=True, slots=True)
class Taken:
    """Another activity is called so."""

    activity: Activity


AliasProblem = Taken | Literal["known", "general"]
"""What is wrong with a name: another's, the activity's own already, or an everyday word."""


def alias_problem(
    handbook: Handbook, name: str, no: int, today: datetime.date
) -> AliasProblem | None:
    """Return why `name` would be no good as another name of activity `no`; None where it would."""
    reading = read(handbook, name, today)
    whole = [f.label for f in reading.found if f.end - f.start == len(reading.words)]
    called = [
        int(number)
        for kind, _, number in (label.partition(":") for label in whole)
        if kind in ("activity", "part")
    ]
    for number in called:
        if number != no:
            return Taken(handbook.activities[number])
    if called:
        return "known"
    if whole or not any(reading.words[position].folded.isalpha() for position in reading.content):
        return "general"
    return None
