"""What an edition says otherwise than the plan that it would replace, or has replaced."""

from collections.abc import Iterator
from itertools import islice

from campaign.language.text import fold
from campaign.messages import Text
from campaign.outreach.progress import joined
from campaign.plan.changes import issued, owner
from campaign.plan.differences import Difference, differences
from campaign.plan.inheritance import remember
from campaign.plan.model import Plan
from campaign.talk.change_words import KINDS
from campaign.talk.edition_notices import EditionWord, edition_word
from campaign.talk.notices import say
from handlers import doubts
from handlers.doubts import plan_in
from handlers.readers import Reader
from storage import changes
from storage.editions import EditionRecord

_SHOWN = 30
"""How many differences are told."""


def comparison(staff: Reader, edition: EditionRecord, campaign: str) -> Text:
    """Return what would be different in a campaign, and what there is to think of before."""
    if campaign not in staff.front.handbooks:
        first = say("edition_first", staff.language, campaign=campaign)
        return joined([first, *_left(staff, edition)])
    name, known = staff.front.label(campaign), staff.front.handbooks[campaign].plan
    lines = list(_differences(staff, known, plan_in(edition)))
    head = say("edition_different" if lines else "edition_same", staff.language, campaign=name)
    return joined([head, *lines, *_cautions(staff, edition, known), *_left(staff, edition)])


def replacing(staff: Reader, before: Plan, after: Plan) -> list[Text]:
    """Return what is different now from the edition before; nothing where nothing is."""
    lines = list(_differences(staff, before, after))
    return [say("edition_replaces", staff.language), *lines] if lines else []


def _differences(staff: Reader, before: Plan, after: Plan) -> Iterator[Text]:
    found = differences(issued(before), after)
    for each in islice(found, _SHOWN):
        yield (f"• {_told(each, staff)}",)
    if len(found) > _SHOWN:
        yield say("list_more", staff.language, number=str(len(found) - _SHOWN))


def _told(each: Difference, staff: Reader) -> str:
    facts = {"activity": each.activity, "before": each.before or "–", "after": each.after or "–"}
    words: dict[str, EditionWord] = {
        "added": "difference_added",
        "removed": "difference_removed",
        "title": "difference_title",
        "time": "difference_time",
        "place": "difference_place",
        "lead": "difference_lead",
        "number": "difference_number",
        "signer": "difference_signer",
        "slogans": "difference_slogans",
        "theme": "difference_theme",
        "period": "difference_period",
    }
    return edition_word(words[each.what], staff.language, **facts)


def _cautions(staff: Reader, edition: EditionRecord, known: Plan) -> Iterator[Text]:
    """Yield that it is another province's or year's, and which changes it has no activity for."""
    plan = plan_in(edition)
    elsewhere = plan.province and fold(plan.province) != fold(known.province or "")
    if elsewhere or plan.year != known.year:
        of = f"{plan.province or plan.issuer} {plan.year}"
        yield say("edition_other", staff.language, of=of)
    after = remember(plan, issued(known))
    for each in changes.made(staff.unit, known.id):
        if owner(known, each) is not None and owner(after, each) is None:
            what = KINDS[each.kind][staff.language]
            yield say("edition_orphan", staff.language, activity=each.title, what=what)


def _left(staff: Reader, edition: EditionRecord) -> Iterator[Text]:
    left = doubts.how_many(edition)
    if left and edition.published_at is None:
        yield say("edition_left", staff.language, number=str(left))
