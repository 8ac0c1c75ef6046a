"""What a plan, its activities, units and people are called, as templates to be found."""

import re
from collections.abc import Collection, Iterable, Iterator

from campaign.language.text import fold
from campaign.language.words import Word, words
from campaign.plan.events import EVENTS
from campaign.plan.model import Activity, Person, Plan, Unit
from campaign.plan.offices import template_of
from campaign.talk.entries import Entry, wording
from campaign.talk.fragments import beginnings, fragments, owners
from campaign.talk.lexicon.phrases import FILLER_WORDS
from campaign.talk.lexicon.shorthand import SHORTHAND


def names_of(activity: Activity) -> tuple[str, ...]:
    """Return what the activity is called; some may be empty."""
    own = (activity.name, activity.name_en or "", activity.title, *activity.aliases)
    return (*own, activity.award or "")


def labelled(plan: Plan, entries: tuple[Entry, ...]) -> dict[str, list[str]]:
    """Return the templates of everything that can be called by a name, by its label."""
    found: dict[str, list[str]] = {}
    owned = owners(_spoken(plan, entries))
    shared = _shared_kinds(plan)
    for activity in plan.activities:
        found[f"activity:{activity.no}"] = _templates(_spoken_names(activity, shared))
        found[f"part:{activity.no}"] = list(fragments(activity.title, owned))
    events = {fold(activity.title) for activity in plan.activities}
    if fold(plan.title) not in events:  # a plan for one event is asked for that
        names = [fold(activity.name) for activity in plan.activities]
        found["subject:campaign"] = _templates(
            each
            for each in _campaign_names(plan)
            if not any(name.startswith(fold(each)) for name in names)
        )
    found["filler"] = _templates(filter(None, (plan.province, plan.issuer, plan.issuer_en)))
    for position, unit in enumerate(units(plan)):
        said = (unit.name, unit.name_en or "", *unit.aliases)
        forms = [template_of(" ".join(w.text for w in words(each))) for each in said if each]
        found[f"unit:{position}"] = [*_templates(said), *forms]
    for position, person in enumerate(people(plan)):
        said = (person.name, person.role, person.role_en or "", *person.keywords)
        found[f"person:{position}"] = _templates(said)
    for position, entry in enumerate(entries):
        found[f"fact:{position}"] = _templates(k for k in entry.fact.keywords if _telling(k))
    return found


def _spoken_names(activity: Activity, shared: Collection[str]) -> Iterator[str]:
    """The names by which an activity is called, without aliases that are `shared`."""
    own = (activity.name, activity.title)
    yield from (each for each in names_of(activity) if each in own or fold(each) not in shared)


def _shared_kinds(plan: Plan) -> set[str]:
    """Kinds of events that several titles have, so that "tập huấn" is the name of none."""
    titles = [f" {fold(activity.title)} " for activity in plan.activities]
    kinds = map(fold, EVENTS)
    return {kind for kind in kinds if sum(f" {kind} " in title for title in titles) > 1}


def _spoken(plan: Plan, entries: Iterable[Entry]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """What the plan says, each text beside the activity that it is of, or 0."""
    yield from ((0, words(title)) for title in (plan.title, plan.theme.text if plan.theme else ""))
    first: dict[str, int] = {}  # activities that are called the same share what they are called
    alike = {a.no: first.setdefault(fold(a.title), a.no) for a in plan.activities}
    for entry in entries:
        if entry.activity or entry.group in ("slogans", "bases"):
            owner = alike[entry.activity] if entry.activity else 0
            yield from ((owner, text) for text in wording(entry.fact))


def _campaign_names(plan: Plan) -> Iterator[str]:
    """The titles of the plan, and what is left of them without "Tổ chức … năm 2024"."""
    for title in filter(None, (plan.title, plan.title_en)):
        yield title
        yield _FRAME.sub("", title)
    if event := _CAMPAIGN.match(_FRAME.sub("", plan.title)):
        yield event[0]
    for name in (_FRAME.sub("", plan.title), *_QUOTED.findall(plan.title)):
        yield name
        yield from beginnings(name)


_FRAME = re.compile(
    r"^(?:kế hoạch )?(?:tổ chức |triển khai |phát động |the )?(?:\d{4} )?| (?:năm )?\d{4}$",
    re.IGNORECASE,
)


_CAMPAIGN = re.compile(
    r"tháng [^\W\d]+ [^\W\d]+|tuần lễ|chiến dịch|phong trào|đợt thi đua", re.IGNORECASE
)
_QUOTED = re.compile(r"[“\"]([^”\"]{6,})[”\"]")


def _telling(keyword: str) -> bool:
    return any(each.folded not in FILLER_WORDS for each in words(keyword))


def _templates(phrases: Iterable[str]) -> list[str]:
    """The phrases as templates: without the signs that mean something in a template."""
    every = [*phrases]
    joined = [phrase.replace("&", "") for phrase in every if "&" in phrase]
    said = [words(phrase) for phrase in (*every, *joined)]
    return [
        *(" ".join(each.text for each in phrase) for phrase in said),
        *(_spelt_out(phrase) for phrase in said if any(w.text in SHORTHAND for w in phrase)),
    ]


def _spelt_out(phrase: tuple[Word, ...]) -> str:
    """The phrase as a reading has it, where acronyms are spelt out: "KTTT" is four words."""
    return " ".join(SHORTHAND.get(each.text, (each.text,))[0] for each in phrase)


def people(plan: Plan) -> tuple[Person, ...]:
    """Everybody whom the plan names, the signer first."""
    return ((plan.signer,) if plan.signer else ()) + plan.people


def units(plan: Plan) -> tuple[Unit, ...]:
    """Every unit that the plan gives work to: those it lists, then those only activities name."""
    listed = {unit.name for unit in plan.units}
    named = dict.fromkeys(n for a in plan.activities for n in (*a.lead, *a.coordinating))
    return plan.units + tuple(Unit(name=name) for name in named if name not in listed)
