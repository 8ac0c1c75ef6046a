"""The one clock: everything below is told the time."""

import datetime

from campaign.zone import VIETNAM


class Clock:
    """The time is real, or for trials another day, or another moment."""

    def __init__(self, day: datetime.date | None = None) -> None:
        self._shift = datetime.timedelta()
        if day:
            self.set_day(day)

    def now(self) -> datetime.datetime:
        """Return the moment, aware and in UTC."""
        return datetime.datetime.now(datetime.UTC) + self._shift

    def today(self) -> datetime.date:
        """Return the day in Vietnam."""
        return self.now().astimezone(VIETNAM).date()

    def set_day(self, day: datetime.date) -> None:
        """Make today `day` in Vietnam; from there the days go by as usual."""
        self._shift += day - self.today()

    def set(self, moment: datetime.datetime) -> None:
        """Make it `moment` (aware) now; from there the time goes by as usual."""
        self._shift += moment - self.now()
