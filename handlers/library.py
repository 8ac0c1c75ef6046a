"""The plans that can be asked: the files, and in their place what staff have published."""

from collections.abc import Iterator, Mapping

from campaign.plan.toml import PlanError, parse_plan
from campaign.talk.handbook import Handbook
from storage import editions
from storage.database import Unit


class Library(Mapping[str, Handbook]):
    """Handbooks by campaign id, as of the last `refresh`.

    It is asked and refreshed in one thread, that of the database.
    """

    def __init__(self, files: Mapping[str, Handbook]) -> None:
        self._files = files
        self._handbooks = dict(files)
        self._plans: dict[str, str] = {}
        self._newest: object = None

    def refresh(self, unit: Unit) -> None:
        """Take in what has been published since; most often nothing has.

        A plan that cannot be read, since this program is older than it, is left as it was.
        """
        newest = editions.newest(unit)
        if newest == self._newest:
            return
        for edition in editions.in_force(unit):
            if self._plans.get(edition.campaign) != edition.plan:
                self._take(edition.campaign, edition.plan)
        self._newest = newest

    def _take(self, campaign: str, text: str) -> None:
        try:
            plan = parse_plan(text, id=campaign, source=campaign)
        except PlanError:
            return
        self._handbooks[campaign] = Handbook.of(plan)
        self._plans[campaign] = text

    def __getitem__(self, campaign: str) -> Handbook:
        return self._handbooks[campaign]

    def __iter__(self) -> Iterator[str]:
        return iter(self._handbooks)

    def __len__(self) -> int:
        return len(self._handbooks)
