"""The two plans of the house, and the documents and gold that they are measured against."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from campaign.language.text import clean
from campaign.plan.model import Plan
from campaign.plan.toml import parse_plan

ROOT = Path(__file__).parents[3]
PLANS = ROOT / "plans"
SHARED = ROOT.parent / "shared" / "plans"
IDS = ("nam-dinh-2024", "hai-duong-2024")

needs_documents = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the plan documents (../shared/plans) are not here"
)

_WORD = re.compile(r"[\w/]+")


def written(campaign: str) -> str:
    return (PLANS / f"{campaign}.toml").read_text("utf-8")


def load(campaign: str) -> Plan:
    return parse_plan(written(campaign), id=campaign, source=f"plans/{campaign}.toml")


def gold(campaign: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / f"{campaign}.gold.json").read_text("utf-8"))
    return found


def document(campaign: str) -> str:
    return (SHARED / f"{campaign}.txt").read_text("utf-8")


def words(text: str) -> list[str]:
    """Return the words of `text` in small letters: what two wordings are compared by."""
    return _WORD.findall(clean(text).casefold())


def models(value: object, path: str = "plan") -> Iterator[tuple[str, BaseModel]]:
    """Yield every table of the plan with its path."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from models(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from models(item, f"{path}[{number}]")
