"""How far the cooperatives of a campaign are: figures by activity and by district."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campaign.language.text import fold
from campaign.ledger.states import STANDINGS, Due, Standing


@dataclass(frozen=True, slots=True)
class Line:
    """A cooperative, and how far it is by an activity's number in the ledger, or else missing."""

    name: str
    district: str
    group: str
    standings: Mapping[int, Standing]

    def at(self, no: int) -> Standing:
        """Return how far it is with activity `no`."""
        return self.standings.get(no, "missing")


@dataclass(frozen=True, slots=True)
class Count:
    """How many cooperatives stand where."""

    standings: Mapping[Standing, int]

    @classmethod
    def of(cls, lines: Iterable[Line], no: int) -> "Count":
        """Count `lines` for activity `no`."""
        return cls(Counter(line.at(no) for line in lines))

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.standings.values())

    @property
    def settled(self) -> int:
        """Those of which nothing more is expected."""
        return self["handed_in"] + self["accepted"]

    def __getitem__(self, standing: Standing) -> int:
        return self.standings.get(standing, 0)


@dataclass(frozen=True, slots=True)
class Board:
    """What is due in a campaign that is called `label`, and how far every cooperative is."""

    label: str
    dues: Sequence[Due]
    lines: Sequence[Line]

    def count(self, no: int) -> Count:
        """Return the figures of activity `no`."""
        return Count.of(self.lines, no)

    def by_district(self, no: int) -> dict[str, Count]:
        """Return the figures of activity `no` for each district, in alphabetical order."""
        districts = sorted({line.district for line in self.lines}, key=fold)
        return {
            each: Count.of((line for line in self.lines if line.district == each), no)
            for each in districts
        }


ORDER: tuple[Standing, ...] = tuple(STANDINGS)
