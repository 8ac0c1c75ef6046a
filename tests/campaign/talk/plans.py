"""The shipped plans, made ready to be asked."""

from functools import cache
from pathlib import Path

from campaign.plan.toml import parse_plan
from campaign.talk.handbook import Handbook

PLANS = Path(__file__).parents[3] / "plans"


@cache
def handbook(campaign: str) -> Handbook:
    path = PLANS / f"{campaign}.toml"
    return Handbook.of(parse_plan(path.read_text("utf-8"), id=campaign, source=path.name))
