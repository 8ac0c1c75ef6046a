"""The shared documents are read as their hand-made gold says, by the shared scorer."""

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.commands.plan import shown
from campaign.reader.reading import read
from campaign.reader.texts import document_of

SHARED = Path(__file__).parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("plans", SHARED / "measure" / "plans.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["plans"] = module
    spec.loader.exec_module(module)
    return module


def scored(folder: str) -> tuple[Counter[str], list[str]]:
    total: Counter[str] = Counter()
    misses: list[str] = []
    measure = scorer()
    for file in sorted((SHARED / folder).glob("*.gold.json")):
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        gold: dict[str, Any] = json.loads(file.read_text("utf-8"))
        counts, missed = measure.score(gold, shown(read(document_of(text))))
        total.update(counts)
        misses += missed
    return total, misses


def test_both_campaign_plans_are_read_without_a_mistake() -> None:
    total, misses = scored("plans")
    assert misses == []
    assert (total["act_read"], total["time_read"]) == (total["act_gold"], total["time_gold"])


def test_real_plans_of_other_offices_are_read() -> None:
    total, _ = scored("plans-real")
    measure = scorer()
    assert measure.f1(total["act_ok"], total["act_gold"], total["act_read"]) >= 0.9
    assert measure.f1(total["time_ok"], total["time_gold"], total["time_read"]) >= 0.95
    assert total["unit_ok"] >= 0.95 * total["unit_gold"]
    assert total["head_ok"] == total["head_gold"]
