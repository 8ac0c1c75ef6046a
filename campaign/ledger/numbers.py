"""The numbers by which the ledger knows activities: a new edition may number them otherwise."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from campaign.plan.differences import ALIKE, SAME, pairs
from campaign.plan.model import Activity, Plan


@dataclass(frozen=True, slots=True)
class Known:
    """An activity that a campaign has or had: its number, which stays, and its newest title.

    `listed` says that the plan that was looked at last has it.
    """

    no: int
    title: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Numbers:
    """The ledger's numbers of the activities of a plan, by the plan's; those `gone` from it."""

    ours: Mapping[int, int]
    gone: frozenset[int] = frozenset()

    def of(self, activity: Activity) -> int:
        """Return the ledger's number of an activity of the plan."""
        return self.ours[activity.no]

    def find(self, plan: Plan, no: int) -> Activity | None:
        """Return the activity that has the number in the ledger, None when the plan has none."""
        return next((each for each in plan.activities if self.of(each) == no), None)


def numbers(known: Sequence[Known], plan: Plan) -> Numbers | None:
    """Return the numbers of the plan; None when not exactly its activities are `known`."""
    waiting: dict[str, list[int]] = {}
    for each in known:
        if each.listed:
            waiting.setdefault(each.title, []).append(each.no)
    ours: dict[int, int] = {}
    for activity in plan.activities:
        if not (alike := waiting.get(activity.title)):
            return None
        ours[activity.no] = activity.no if activity.no in alike else alike[0]
        alike.remove(ours[activity.no])
    gone = frozenset(each.no for each in known if not each.listed)
    return None if any(waiting.values()) else Numbers(ours, gone)


def follow(known: Sequence[Known], plan: Plan, taken: Collection[int]) -> list[Known]:
    """Return what is known by now, of a plan that may be a new edition.

    An activity of a title that is known is that one. Another one may be what the edition before
    called otherwise, and is new if not: it gets a number that is not `taken`. A campaign's first
    activities have the numbers of its plan.
    """
    if not known:
        return [Known(each.no, each.title) for each in plan.activities]
    titles = [each.title for each in plan.activities]
    found = pairs([each.title for each in known], titles, SAME)
    renamed = [at for at, each in enumerate(known) if each.listed and at not in found.values()]
    new = [at for at in range(len(titles)) if at not in found]
    alike = pairs([known[at].title for at in renamed], [titles[at] for at in new], ALIKE)
    found |= {new[at]: renamed[before] for at, before in alike.items()}
    free = count(max([*taken, *(each.no for each in known)]) + 1)
    told = {before: titles[at] for at, before in found.items()}
    old = [
        replace(each, title=told.get(at, each.title), listed=at in told)
        for at, each in enumerate(known)
    ]
    return old + [Known(next(free), title) for at, title in enumerate(titles) if at not in found]
