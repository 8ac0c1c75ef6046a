"""Days that return every year, such as 11/4, and how many years they have been kept."""

from campaign.plan.model import Anniversary
from campaign.talk.answers.page import Ask


def kept_days(ask: Ask) -> list[str]:
    """Every day that the plan keeps, with its section."""
    return [f"{told(ask, each)}{ask.section(each.section)}." for each in ask.plan.anniversaries]


def told(ask: Ask, each: Anniversary) -> str:
    """The day, what it is called, and how many years it is in the year of the plan."""
    name = (ask.language == "en" and each.name_en) or each.name
    years = f" – {each.years} " + ("năm" if ask.language == "vi" else "years") if each.years else ""
    return f"{each.day}/{each.month}: {name}{years}"
