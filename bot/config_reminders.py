"""The section of the configuration that says when groups are reminded."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import NoDecode

from bot.config_sections import Section, list_of
from campaign.outreach.moments import QUIET_FROM, QUIET_TO
from campaign.outreach.reminders import Schedule


def _awake(hour: datetime.time) -> datetime.time:
    if hour.tzinfo or not QUIET_TO <= hour < QUIET_FROM:
        raise ValueError(f"should be between {QUIET_TO:%H:%M} and {QUIET_FROM:%H:%M}, in Vietnam")
    return hour


_Hour = Annotated[datetime.time, AfterValidator(_awake)]
_Days = Annotated[
    tuple[Annotated[int, Field(ge=0, le=365)], ...],
    NoDecode,
    list_of("numbers of days such as [7, 1]"),
]


class CampaignReminders(Section):
    """What one campaign does differently; what is not given is as for all."""

    hour: _Hour | None = None
    deadline_days: _Days | None = None
    start_days: _Days | None = None
    digest: bool | None = None


class Reminders(Section):
    """When groups are reminded of what the plan says."""

    hour: _Hour = Field(datetime.time(8), description="time of day, in Vietnam")
    deadline_days: _Days = Field(
        (14, 7, 3, 1, 0), description="how many days before the last safe day of a deadline"
    )
    start_days: _Days = Field((7, 1), description="how many days before something begins")
    digest: bool = Field(default=True, description="whether groups get the week's list on Mondays")
    campaigns: Mapping[str, CampaignReminders] = Field(
        {}, description="what single campaigns do differently"
    )

    def schedule(self, campaign: str) -> Schedule:
        """Return when the groups of `campaign` are reminded."""
        own = self.campaigns.get(campaign, CampaignReminders())
        everybody = Schedule(self.hour, self.deadline_days, self.start_days, self.digest)
        return replace(everybody, **own.model_dump(exclude_none=True))
