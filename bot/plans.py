"""The plan files, read from disk at start."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.config_reminders import Reminders
from campaign.language.text import clean, fold
from campaign.outreach.reminders import Schedule
from campaign.plan.model import CampaignId
from campaign.plan.toml import PlanError, parse_plan
from campaign.talk.handbook import Handbook

_ID = TypeAdapter(CampaignId)
_LONGEST_ID = 40


def load(folder: Path, files: Iterable[Path] = ()) -> dict[str, Handbook]:
    """Return every plan of `folder` (*.toml) and of `files`, ready to be asked, by campaign id.

    A campaign is named after the stem of its file; one of `files` may have any stem (`named`),
    and replaces a plan of `folder` with the same name. Raises PlanError with the problems of all
    files at once.
    """
    problems = [] if folder.is_dir() else [f"campaigns.folder: there is no folder {folder}"]
    handbooks: dict[str, Handbook] = {}
    # Chats are bound to the ids of `folder`, which are therefore never made up.
    found = [(file.stem, file) for file in sorted(folder.glob("*.toml"))]
    for campaign, file in [*found, *((named(file.stem), file) for file in files)]:
        try:
            plan = parse_plan(_text(file), id=campaign, source=str(file))
            handbooks[campaign] = Handbook.of(plan)
        except PlanError as error:
            problems += error.problems
    if not handbooks and not problems:
        problems = [f"campaigns.folder: {folder} holds no plan (*.toml)"]
    if problems:
        raise PlanError(problems)
    return handbooks


def named(stem: str) -> str:
    """Return `stem` where it is a campaign's id, else one like it: "kế hoạch" gives "ke-hoach"."""
    try:
        return _ID.validate_python(stem)
    except ValidationError:
        plain = re.sub("[^a-z0-9_]+", "-", fold(clean(stem)))
        return plain.strip("-")[:_LONGEST_ID].strip("-") or "plan"


def default(handbooks: Mapping[str, Handbook], configured: str | None) -> str:
    """Return the campaign of chats that chose none: the one `configured`, or the only one.

    Raises PlanError when there is none of that name, or several and none configured.
    """
    known = ", ".join(handbooks)
    if configured is None and len(handbooks) > 1:
        raise PlanError([f"campaigns.default: required with several plans; there are: {known}"])
    if configured is not None and configured not in handbooks:
        raise PlanError([f"campaigns.default: no plan {configured}; there are: {known}"])
    return configured or next(iter(handbooks))


def schedules(handbooks: Mapping[str, Handbook], reminders: Reminders) -> dict[str, Schedule]:
    """Return when each campaign reminds its groups.

    Raises PlanError where something is configured for a campaign that there is not.
    """
    unknown = [each for each in reminders.campaigns if each not in handbooks]
    if unknown:
        known = ", ".join(handbooks)
        raise PlanError(
            [f"reminders.campaigns: no plan {each}; there are: {known}" for each in unknown]
        )
    return {each: reminders.schedule(each) for each in handbooks}


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise PlanError([f"{file}: not UTF-8 at byte {error.start}"]) from None
    except OSError as error:
        raise PlanError([f"{file}: {error.strerror}"]) from None
