"""The Vietnamese lunar calendar, through vnlunar."""

import datetime

from vnlunar import (  # type: ignore[import-untyped] # vnlunar ships no py.typed
    get_lunar_date,
    get_solar_date,
)

from campaign.language.days import DAY, Days

_YEARS = range(1800, 2200)
"""The years of vnlunar's tables, which follow the calendars as published."""

_LAST_MONTHS = (11, 12)


def solar_day(year: int, month: int, day: int, *, leap: bool = False) -> datetime.date:
    """Return the solar day of a lunar one.

    Raises ValueError when the lunar calendar has no such day, or the year is not 1800 to 2199.
    """
    solar = get_solar_date(day, month, year, int(leap)) if year in _YEARS else None
    if solar is None:
        raise ValueError(f"no day {day}/{month} in the lunar year {year}")
    return datetime.date(solar["year"], solar["month"], solar["day"])


def lunar_month(year: int, month: int, *, leap: bool = False) -> Days:
    """Return the days of a lunar month. Raises ValueError as `solar_day` does."""
    first = solar_day(year, month, 1, leap=leap)
    long = get_solar_date(30, month, year, int(leap)) is not None
    return Days(first, first + (29 if long else 28) * DAY, "month")


def month_of(today: datetime.date) -> tuple[int, int, bool]:
    """Return the lunar year and month of `today`, and whether it is a leap month."""
    lunar = get_lunar_date(today.day, today.month, today.year)
    return lunar["year"], lunar["month"], bool(lunar["leap"])


def lunar_year_of(month: int, today: datetime.date) -> int:
    """Return the lunar year that somebody means who names lunar `month` on `today`.

    It is called after the solar year, but its last months fall in the next January.
    """
    if month in _LAST_MONTHS and today.year in _YEARS:
        return month_of(today)[0]
    return today.year


def new_year(year: int) -> datetime.date:
    """Return the first day of Tết in the solar year `year`. Raises ValueError as `solar_day`."""
    return solar_day(year, 1, 1)


def nearest_new_year(today: datetime.date) -> int:
    """Return the solar year of the Tết that is nearest to `today`."""
    years = range(today.year - 1, today.year + 2)
    return min(years, key=lambda year: abs(new_year(year) - today))
