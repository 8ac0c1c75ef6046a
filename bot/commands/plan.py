"""`loa plan`: what a plan document says, and what is doubtful about it."""

import datetime
import json
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import App, Parameter

from bot.commands.options import say
from bot.documents.apart import read_file
from bot.documents.errors import DocumentError
from bot.errors import RefusedError
from bot.plans import named
from campaign.plan.model import Time
from campaign.plan.toml import plan_toml
from campaign.reader.findings import Doing, Said
from campaign.reader.plans import plan_of
from campaign.reader.reading import Reading
from campaign.reader.sentences import told

plan = App(name="plan", help="Read and check plan documents (.docx, .pdf, .txt, .md).")
File = Annotated[Path, Parameter(name="FILE")]


@plan.command
def read(
    file: File,
    /,
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["json", "toml"], Parameter(help="Everything as JSON, or a plan file as TOML.")
    ] = "json",
) -> int:
    """Print what a plan document says.

    As TOML it is a plan file, as `loa ask --plan` takes it and `plans/` holds it.
    """
    reading = _read(file)
    if format == "json":
        say(json.dumps(shown(reading), ensure_ascii=False, indent=1))
        return 0
    if not reading.activities:
        raise RefusedError(f"{file}: {DocumentError('no_activities')}")
    say(plan_toml(plan_of(reading, named(file.stem))).rstrip("\n"))
    return 0


@plan.command
def check(file: File, /) -> int:
    """List contradictions and gaps of a plan document, each with its line and what stands there.

    The exit status is 0, whatever is found.
    """
    reading = _read(file)
    for problem in reading.problems:
        place = f"{problem.line}: " if problem.line else ""
        say(f"{place}{told(problem, 'vi')}")
        if problem.quote:
            say(f"    “{problem.quote}”")
    return 0


def _read(file: Path) -> Reading:
    try:
        return read_file(file)
    except DocumentError as error:
        raise RefusedError(f"{file}: {error}") from None
    except OSError as error:
        raise RefusedError(f"{file}: {error.strerror}") from None


def shown(reading: Reading) -> dict[str, Any]:
    """Return what `loa plan read` prints; days are ISO, and null is what was not found."""
    head, parts, end = reading.letterhead, reading.sections, reading.ending
    period = parts.period
    return {
        "title": _text(head.title),
        "issuer": _text(head.issuer),
        "number": _text(head.number),
        "date": _iso(head.date),
        "signer": _text(end.signer),
        "theme": _text(parts.theme),
        "slogans": [said.text for said in parts.slogans],
        "period": period
        and {
            "text": period.text.text,
            "start": _iso(period.start),
            "end": _iso(period.end),
            "peak": _time(period.peak) if period.peak else None,
        },
        "activities": [_activity(doing) for doing in reading.activities],
        "problems": [{"line": each.line, "what": told(each, "vi")} for each in reading.problems],
    }


def _activity(doing: Doing) -> dict[str, Any]:
    return {
        "no": doing.no,
        "section": doing.section,
        "line": doing.title.line,
        "title": doing.title.text,
        "times": [{**_time(when.time), "line": when.line} for when in doing.times],
        "place": _text(doing.place),
        "lead": list(doing.lead),
        "coordinating": list(doing.coordinating),
    }


def _time(time: Time) -> dict[str, Any]:
    return {
        "text": time.text,
        "kind": time.kind,
        "start": _iso(time.start),
        "end": _iso(time.end),
        "peak": time.peak,
        "tentative": time.tentative,
    }


def _text(said: Said | None) -> str | None:
    return said.text if said else None


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
