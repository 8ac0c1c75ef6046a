"""Activities as the ledger knows them: by numbers that stay when an edition numbers otherwise."""

from sqlalchemy import select, union

from campaign.ledger.numbers import Known, Numbers, follow, numbers
from campaign.plan.model import Plan
from storage.database import Unit
from storage.ledger_tables import ACTIVITIES, COOPERATIVES, OPENINGS, SUBMISSIONS
from storage.upserts import insert


def numbered(unit: Unit, plan: Plan) -> Numbers:
    """Return the ledger's numbers of the activities of a campaign's plan.

    A plan that has not been looked at before is followed from here on.
    """
    known = _known(unit, plan.id)
    found = numbers(known, plan)
    if found is None:
        now = follow(known, plan, _taken(unit, plan.id) if known else ())
        _keep(unit, plan.id, [each for each in now if each not in known])
        found = numbers(now, plan)
    assert found is not None  # noqa: S101 - what is followed has exactly the plan's activities
    return found


def _known(unit: Unit, campaign: str) -> list[Known]:
    columns = (ACTIVITIES.c.no, ACTIVITIES.c.title, ACTIVITIES.c.listed)
    found = select(*columns).where(ACTIVITIES.c.campaign == campaign).order_by(ACTIVITIES.c.no)
    return [Known(*row) for row in unit.connection.execute(found)]


def _taken(unit: Unit, campaign: str) -> set[int]:
    """Return the numbers under which something is kept."""
    ours = select(COOPERATIVES.c.id).where(COOPERATIVES.c.campaign == campaign)
    handed_in = select(SUBMISSIONS.c.no).where(SUBMISSIONS.c.cooperative_id.in_(ours))
    opened = select(OPENINGS.c.no).where(OPENINGS.c.campaign == campaign)
    return set(unit.connection.scalars(union(handed_in, opened)))


def _keep(unit: Unit, campaign: str, changed: list[Known]) -> None:
    for each in changed:
        row = {"campaign": campaign, "no": each.no, "title": each.title, "listed": each.listed}
        added = insert(ACTIVITIES).values(row)
        newest = {"title": added.excluded.title, "listed": added.excluded.listed}
        key = [ACTIVITIES.c.campaign, ACTIVITIES.c.no]
        unit.connection.execute(added.on_conflict_do_update(index_elements=key, set_=newest))
