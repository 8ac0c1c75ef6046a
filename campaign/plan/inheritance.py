"""What people wrote about a plan that no document says, carried over to an edition of it.

A plan file has names, keywords and English wording, written by hand. A document that takes its
place knows none of them. What the document itself says always stands.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from rapidfuzz.fuzz import token_set_ratio

from campaign.language.text import fold
from campaign.plan.differences import counterparts, same_words, stripped
from campaign.plan.model import Activity, Anniversary, Basis, Fact, Period, Person, Plan, Time, Unit

Part = TypeVar("Part", Fact, Basis, Period, Person, Unit, Anniversary)

_GROUPS = (
    "slogans", "purposes", "requirements", "bases", "history", "budget", "organisation",
    "recipients", "channels",
)  # fmt: skip
_SINGLED_OUT = ("bases", "history", "channels")
"""Facts that a document may have within others."""
_SIDES = ("place", "participants", "lead_note")
_ENGLISH = ("text_en", "name_en", "role_en")
_NAMES = ("keywords", "aliases")
_LIKE = 85.0
"""How much of a fact, of 100, another one says if people ask for it in the same words."""


def inherit(plan: Plan, before: Plan) -> Plan:
    """Return `plan` with what `before` has beside the same facts and activities."""
    old = counterparts(before, plan)
    called = {fold(name): each.no for each in plan.activities for name in _names(each)}
    kept: dict[str, Any] = {
        name: _one(getattr(plan, name), getattr(before, name))
        for name in ("theme", "period", "signer")
    }
    for name in ("units", "people", "anniversaries"):
        kept[name] = _beside_each(getattr(plan, name), getattr(before, name))
    told = _told(plan)
    for name in _GROUPS:
        facts = _asked_alike(
            _beside_each(getattr(plan, name), getattr(before, name)), getattr(before, name)
        )
        more = getattr(before, name) if name in _SINGLED_OUT else ()
        kept[name] = (*facts, *_still_said(more, facts, told))
    for name in ("title", "issuer"):
        same = same_words(getattr(plan, name), getattr(before, name))
        kept[f"{name}_en"] = getattr(before if same else plan, f"{name}_en")
    kept["activities"] = tuple(
        _activity(each, old[each.no], called) if each.no in old else each
        for each in plan.activities
    )
    return plan.model_copy(update=kept)


def _told(plan: Plan) -> list[str]:
    """Everything that the document says, in words."""
    facts = [fact for name in _GROUPS for fact in getattr(plan, name)]
    facts += [fact for each in plan.activities for fact in _facts(each)]
    return [_words(each.text) for each in facts] + [_words(a.title) for a in plan.activities]


def _facts(activity: Activity) -> list[Fact]:
    sides = [getattr(activity, side) for side in _SIDES]
    return [each for each in (*sides, *activity.content) if each]


def remember(plan: Plan, before: Plan) -> Plan:
    """Return `plan` with the other titles that its activities had in `before`."""
    old = counterparts(before, plan)
    return plan.model_copy(
        update={
            "activities": tuple(
                _remembering(each, old[each.no]) if each.no in old else each
                for each in plan.activities
            )
        }
    )


def _remembering(new: Activity, old: Activity) -> Activity:
    had = (*new.formerly, old.title, *old.formerly)
    former = tuple(title for title in dict.fromkeys(had) if title != new.title)
    return new if former == new.formerly else new.model_copy(update={"formerly": former})


def _names(activity: Activity) -> tuple[str, ...]:
    return (activity.name, activity.title, *activity.aliases)


def _activity(new: Activity, old: Activity, called: Mapping[str, int]) -> Activity:
    """The short name stays where the title does; no name is taken from another activity."""
    same = same_words(new.title, old.title)
    name = old.name if same else new.name
    names = (new.name, *old.aliases) if same else (old.name, old.name_en or "", *old.aliases)
    others = [each for each in names if each and fold(each) != fold(name)]
    free = [each for each in others if called.get(fold(each), new.no) == new.no]
    return new.model_copy(
        update={
            "name": name,
            "name_en": old.name_en if same else new.name_en,
            "aliases": _joined(new.aliases, free),
            "times": tuple(_time(each, old.times) for each in new.times),
            "submits": new.submits or old.submits,
            **_activity_facts(new, old),
        }
    )


def _activity_facts(new: Activity, old: Activity) -> dict[str, Any]:
    """Its facts; a document may say under one label, or none, what the file has under another."""
    sides = [side for side in _SIDES if getattr(new, side)]
    facts: list[Fact] = [_one(getattr(new, side), getattr(old, side)) for side in sides]
    kept = _asked_alike([*facts, *_beside_each(new.content, old.content)], _facts(old))
    told = [_words(each.text) for each in _facts(new)]
    missing = [(side, getattr(old, side)) for side in _SIDES if side not in sides]
    return {
        **{side: each for side, each in missing if each and _still_said([each], (), told)},
        **dict(zip(sides, kept, strict=False)),
        "content": kept[len(sides) :],
    }


def _time(new: Time, before: Sequence[Time]) -> Time:
    """A time with what is said in English of the same days."""
    old = next((each for each in before if _days(each) == _days(new)), None)
    if old is None:
        return new
    same_scope = same_words(old.scope or "", new.scope or "")
    english = {"text_en": new.text_en or old.text_en}
    return new.model_copy(
        update=english | ({"scope_en": new.scope_en or old.scope_en} if same_scope else {})
    )


def _days(time: Time) -> tuple[object, ...]:
    words = _words(time.text)
    told = frozenset(_figures(words)) if time.end else words  # "8h" is more than the day
    return (time.kind, time.start, time.end, time.tentative, told)


def _one(new: Any, old: Any) -> Any:
    """The same of two that may not be there."""
    return _beside_each([new], [old])[0] if new and old else new


def _beside_each(new: Sequence[Part], old: Sequence[Part]) -> tuple[Part, ...]:
    """Return each of `new` with what stands beside the same words in `old`."""
    by_words = {_said(each): each for each in old}
    return tuple(
        _beside(each, by_words[_said(each)]) if _said(each) in by_words else each for each in new
    )


def _said(part: Fact | Period | Person | Unit | Anniversary) -> str:
    text = part.text if isinstance(part, Fact | Period) else part.name
    return stripped(text).removeprefix("tai ")


def _beside(new: Part, old: Part) -> Part:
    fields = type(new).model_fields
    kept: dict[str, Any] = {
        name: getattr(new, name) or getattr(old, name) for name in _ENGLISH if name in fields
    }
    for name in _NAMES:
        if name in fields:
            kept[name] = _joined(getattr(new, name), getattr(old, name))
    return new.model_copy(update=kept)


def _asked_alike(new: Sequence[Fact], old: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return `new`, asked for in the words that were written beside what says most of the same."""
    kept, same = list(new), {_said(each) for each in new}
    told = [_words(each.text) for each in new]
    for each in old:
        best = _best(_words(each.text), told)
        if best is not None and _said(each) not in same:
            asked = _joined(kept[best].keywords, (*each.keywords, *filter(None, [each.text_en])))
            kept[best] = kept[best].model_copy(update={"keywords": asked})
    return tuple(kept)


def _still_said(old: Sequence[Part], new: Sequence[Part], told: Sequence[str]) -> list[Part]:
    """Return those of `old` that none of `new` is, but that the document says all the same."""
    own = [_words(_said(each)) for each in new]
    return [
        each
        for each in old
        if _best(words := _words(_said(each)), own) is None
        and (best := _best(words, told)) is not None
        and _figures(words) <= _figures(told[best])
    ]


def _best(words: str, told: Sequence[str]) -> int | None:
    """Return the place of the text that says most of the words; None where none says enough."""
    scores = [token_set_ratio(words, each) for each in told]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= _LIKE else None


def _figures(words: str) -> set[int]:
    return {int(each) for each in re.findall(r"[0-9]+", words)}


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _joined(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    known = set(map(fold, one))
    return (*one, *(each for each in dict.fromkeys(other) if fold(each) not in known))
