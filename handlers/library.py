"""The plans that can be asked: the files, in their place what staff published, and its changes.

An edition inherits what the file has beside the words of a document, and remembers what its
activities were called in earlier ones: worked out anew when another one is in force, kept nowhere.
"""

from collections.abc import Iterator, Mapping, Sequence

from campaign.plan.changes import amended
from campaign.plan.inheritance import inherit, remember
from campaign.plan.model import Plan
from campaign.plan.toml import PlanError, parse_plan
from campaign.talk.handbook import Handbook
from storage import activities, changes, editions, novelties
from storage.database import Unit
from storage.errors import DatabaseError


class Library(Mapping[str, Handbook]):
    """Handbooks by campaign id, as of the last `refresh`.

    It is asked and refreshed in one thread, that of the database.
    """

    def __init__(self, files: Mapping[str, Handbook]) -> None:
        self._handbooks = dict(files)
        self._files = {campaign: book.plan for campaign, book in files.items()}
        self._issued = dict(self._files)
        self._texts: dict[str, tuple[str, ...]] = {}
        self._seen: object = None

    def refresh(self, unit: Unit) -> None:
        """Take in what has been published or changed since; most often nothing has.

        A plan that cannot be read, since this program is older than it, is left as it was.
        """
        seen = novelties.seen(unit)
        if seen == self._seen:
            return
        before, self._seen = self._seen, seen  # a plan at which this fails is not tried for ever
        try:
            with unit.savepoint():
                self._take_in(unit)
        except DatabaseError:
            self._seen = before
            raise

    def _take_in(self, unit: Unit) -> None:
        published = editions.published(unit)
        for campaign, found in published.items():
            texts = tuple(each.plan for each in found)
            if self._texts.get(campaign) != texts:
                self._take(campaign, texts)
        for campaign, plan in self._issued.items():
            activities.numbered(unit, plan)  # an edition is followed from the one before it
            self._show(campaign, amended(plan, changes.made(unit, campaign)))

    def _take(self, campaign: str, texts: Sequence[str]) -> None:
        """Issue the first of the texts of a campaign's editions; the others came before it."""
        read = [_read(campaign, text) for text in texts]
        if (plan := read[0]) is None:
            return
        file = self._files.get(campaign)
        for before in (*read[1:], file):
            plan = remember(plan, before) if before else plan
        plan = inherit(plan, file) if file else plan
        self._issued[campaign], self._texts[campaign] = plan, tuple(texts)

    def _show(self, campaign: str, plan: Plan) -> None:
        shown = self._handbooks.get(campaign)
        if shown is None or shown.plan != plan:
            self._handbooks[campaign] = Handbook.of(plan)

    def __getitem__(self, campaign: str) -> Handbook:
        return self._handbooks[campaign]

    def __iter__(self) -> Iterator[str]:
        return iter(self._handbooks)

    def __len__(self) -> int:
        return len(self._handbooks)


def _read(campaign: str, text: str) -> Plan | None:
    try:
        return parse_plan(text, id=campaign, source=campaign)
    except PlanError:
        return None
