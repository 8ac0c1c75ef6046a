"""The plans that can be asked: the files, in their place what staff published, and its changes."""

from collections.abc import Iterator, Mapping

from campaign.plan.changes import amended
from campaign.plan.model import Plan
from campaign.plan.toml import PlanError, parse_plan
from campaign.talk.handbook import Handbook
from storage import changes, editions
from storage.database import Unit
from storage.errors import DatabaseError


class Library(Mapping[str, Handbook]):
    """Handbooks by campaign id, as of the last `refresh`.

    It is asked and refreshed in one thread, that of the database.
    """

    def __init__(self, files: Mapping[str, Handbook]) -> None:
        self._handbooks = dict(files)
        self._issued = {campaign: book.plan for campaign, book in files.items()}
        self._texts: dict[str, str] = {}
        self._seen: object = None

    def refresh(self, unit: Unit) -> None:
        """Take in what has been published or changed since; most often nothing has.

        A plan that cannot be read, since this program is older than it, is left as it was.
        """
        seen = editions.newest(unit), changes.version(unit)
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
        for edition in editions.in_force(unit):
            if self._texts.get(edition.campaign) != edition.plan:
                self._take(edition.campaign, edition.plan)
        for campaign, plan in self._issued.items():
            self._show(campaign, amended(plan, changes.made(unit, campaign)))

    def _take(self, campaign: str, text: str) -> None:
        try:
            self._issued[campaign] = parse_plan(text, id=campaign, source=campaign)
        except PlanError:
            return
        self._texts[campaign] = text

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
