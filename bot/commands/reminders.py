"""`loa reminders`: what groups would be reminded of, without sending anything."""

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from cyclopts import Parameter

from bot import config as configuration
from bot import plans
from bot.commands import kept
from bot.commands.options import ConfigFile, Published, UsageError, say
from bot.config_reminders import Reminders
from campaign.messages import plain
from campaign.outreach.reminder_texts import called, item, section
from campaign.outreach.reminders import Reminder, Schedule, falls_due, midnight
from campaign.plan.model import Plan
from campaign.zone import VIETNAM


class _OnlyReminders(configuration.Settings, extra="ignore"):
    campaigns: configuration.Campaigns = configuration.Campaigns()
    reminders: Reminders = Reminders()


def reminders(  # noqa: PLR0913 - each is an option
    *,
    from_: Annotated[datetime.date, Parameter(name="--from", help="First day, YYYY-MM-DD.")],
    to: Annotated[datetime.date, Parameter(help="Last day, YYYY-MM-DD.")],
    campaign: Annotated[str | None, Parameter(help="Only this campaign; else all.")] = None,
    published: Published = False,
    jsonl: Annotated[bool, Parameter(negative=(), help="One line of JSON for each.")] = False,
    config: ConfigFile = None,
) -> int:
    """Print what groups would be reminded of from one day to another, both included.

    Nothing is sent. What a group has chosen for itself (/nhac) is not looked at.

    With --jsonl a line is {"at", "campaign", "kind", "section", "title", "text"}: the moment with
    its offset from UTC; deadline, start, peak or digest; the section of the plan, null for the
    digest of a week.
    """
    if to < from_:
        raise UsageError("--to must not be before --from")
    settings = configuration.load(_OnlyReminders, config)
    found = plans.load(settings.campaigns.folder)
    if published:
        found = kept.published(config, found)
    if campaign is not None and campaign not in found:
        raise UsageError(f"there is no campaign {campaign}; there are: {', '.join(found)}")
    schedules = plans.schedules(found, settings.reminders)
    chosen = {each: found[each].plan for each in ([campaign] if campaign else found)}
    for line in _lines(chosen, schedules, from_, to):
        say(json.dumps(line, ensure_ascii=False) if jsonl else _readable(line))
    return 0


def _lines(
    chosen: Mapping[str, Plan],
    schedules: Mapping[str, Schedule],
    first: datetime.date,
    last: datetime.date,
) -> Iterator[dict[str, Any]]:
    due = [
        (each.at, campaign, each)
        for campaign, plan in chosen.items()
        for each in _between(plan, schedules[campaign], first, last)
    ]
    for _, campaign, each in sorted(due, key=lambda found: found[0]):
        yield _line(chosen[campaign], campaign, each)


def _between(
    plan: Plan, schedule: Schedule, first: datetime.date, last: datetime.date
) -> list[Reminder]:
    # No reminder is at midnight: people are asleep.
    end = datetime.datetime.combine(last, datetime.time.max, VIETNAM)
    return falls_due(plan, schedule, midnight(first), end)


def _line(plan: Plan, campaign: str, each: Reminder) -> dict[str, Any]:
    return {
        "at": each.at.isoformat(),
        "campaign": campaign,
        "kind": each.kind,
        "section": section(plan, each),
        "title": each.activity.title if each.activity else called(each, "vi"),
        "text": plain(item(plan, each, each.at.date(), "vi")),
    }


def _readable(line: Mapping[str, str | None]) -> str:
    moment = datetime.datetime.fromisoformat(line["at"] or "")
    said = " ".join((line["text"] or "").split())
    return f"{moment:%Y-%m-%d %H:%M}  {line['campaign']}  {line['kind']}  {said}"
