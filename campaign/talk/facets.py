"""Which side of an activity a question asks for."""

from collections.abc import Callable

from campaign.language.text import fold
from campaign.talk.case import Case
from campaign.talk.questions import Intent, Question
from campaign.talk.sessions import session_of
from campaign.talk.telling import (
    NARROWED,
    asks_number,
    asks_where_to_send,
    number_facts,
    organisers,
    telling_facts,
    unspoken_attribute,
)
from campaign.talk.told import told_elsewhere

_TIMES = frozenset("over weekday deadline start end when day".split())
_LED = frozenset("lead coordinating organiser".split())
_DONE = frozenset("content how why work".split())
_CARRIED = frozenset(
    {
        Intent.WHEN,
        Intent.WHERE,
        Intent.LEAD,
        Intent.COORDINATING,
        Intent.PARTICIPANTS,
        Intent.COUNTDOWN,
        Intent.CONTENT,
    }
)
_NAMED_WELL = 0.5

WHICH = "which:"
"""Before the side that was asked for, in a context where the activity is still to be named."""


def facet_question(case: Case, numbers: tuple[int, ...], award: str = "") -> Question:
    """Return the question about the activities `numbers`, of which the first fits best."""
    case = case.beside(numbers[0])
    intent = next(intent(case, numbers[0]) for asks, intent in _SIDES if asks(case, numbers[0]))
    facts = telling_facts(case, intent, numbers[0])
    if facts and intent in NARROWED:
        intent = Intent.DETAIL
    elif intent is Intent.DETAIL:
        wanted_one = asks_where_to_send(case) or asks_number(case)
        intent = Intent.NOT_STATED if wanted_one else Intent.CONTENT
    elif intent is Intent.CARD and not award and any(w.isalpha() for w in case.unknown):
        intent = Intent.CONTENT if "confirm" in case.facets else Intent.NOT_STATED
    if intent is Intent.NOT_STATED and (told := told_elsewhere(case)):
        return told
    sides = _further(case, intent)
    if intent not in (Intent.DETAIL, Intent.NOT_STATED) and asks_number(case):
        facts = number_facts(case, numbers[0])
        sides += (Intent.DETAIL,) if facts else ()
    return case.question(
        intent,
        activities=numbers,
        span=case.span,
        facts=facts,
        attribute=unspoken_attribute(case, numbers[0]),
        award=award,
        aspects=case.aspects,
        sides=sides,
        session=session_of(case.activity(numbers[0]), case.reading.text, case.span),
    )


def _further(case: Case, intent: Intent) -> tuple[Intent, ...]:
    """The other sides that were asked for: "ai chủ trì, ai phối hợp?"."""
    found = dict.fromkeys(side for name, side in _SIDE_OF.items() if name in case.asked)
    if (
        "who" in case.asked
        and not case.asked & {"lead", "organiser"}
        and "participants" not in case.asked
    ):
        found[Intent.LEAD] = None
    told = {intent, Intent.WHEN} if "both" in case.aspects else {intent}
    if intent not in _ANSWERED_TOGETHER:
        return ()
    return tuple(side for side in found if side not in told)


_SIDE_OF = {
    "when": Intent.WHEN,
    "where": Intent.WHERE,
    "lead": Intent.LEAD,
    "organiser": Intent.LEAD,
    "coordinating": Intent.COORDINATING,
    "participants": Intent.PARTICIPANTS,
}
_ANSWERED_TOGETHER = frozenset({*_SIDE_OF.values(), Intent.NOT_STATED})


def which_of(case: Case, numbers: tuple[int, ...]) -> Question:
    """Ask back which of the activities `numbers` is meant, keeping the side that was asked for."""
    wanted = facet_question(case, numbers).intent
    side = Intent.CONTENT if wanted is Intent.DETAIL else wanted
    return case.question(Intent.WHICH, activities=numbers, aspects=frozenset({side.value}))


def _always(intent: Intent) -> Callable[[Case, int], Intent]:
    return lambda _case, _number: intent


def _asks(*facets: str) -> Callable[[Case, int], bool]:
    wanted = frozenset(facets)
    return lambda case, _number: bool(case.facets & wanted)


def _about(*subjects: str) -> Callable[[Case, int], bool]:
    wanted = frozenset(subjects)
    return lambda case, _number: bool(case.subjects & wanted)


def _asks_peak(case: Case, _number: int) -> bool:
    return "peak" in case.subjects and "content" not in case.facets


def _asks_who(case: Case, _number: int) -> bool:
    return bool(case.facets & {"made_of", "who"}) and not case.facets & _LED


def _asks_when(case: Case, _number: int) -> bool:
    """ "Bắt đầu làm gì?" asks what, "bắt đầu khi nào?" asks when."""
    if not case.facets & _TIMES:
        return False
    return "content" not in case.facets or bool(case.facets & {"when", "day", "deadline", "over"})


def _who(case: Case, number: int) -> Intent:
    """Bare "ai": those of whom a fact speaks, those who take part, or those in charge."""
    if "participants" in case.facets and "made_of" not in case.facets:
        return Intent.PARTICIPANTS
    found = case.activity_matches(number)
    if found and found[0].score >= _NAMED_WELL and found[0].entry.group == "content":
        return Intent.DETAIL
    if case.facets & {"made_of", "participants"}:
        return Intent.PARTICIPANTS
    return Intent.LEAD


def _partners(case: Case, number: int) -> Intent:
    """ "Với ai?": a fact that names them, else those who take part, else all that is done."""
    found = case.activity_matches(number)
    if found and found[0].score >= _NAMED_WELL:
        return Intent.DETAIL
    return Intent.PARTICIPANTS if case.activity(number).participants else Intent.CONTENT


def _coordinating(case: Case, number: int) -> Intent:
    """ "Phối hợp với ai?" may ask for the partners where no unit coordinates."""
    units = case.handbook.plan.units
    said = [units[int(place)].name for place in case.reading.labels("unit")]
    if "voi" in case.said and any(unit in case.activity(number).coordinating for unit in said):
        return Intent.LEAD
    with_whom = ("hop", "voi") in case.pairs or ("cung", "voi") in case.pairs
    partners = not case.activity(number).coordinating and with_whom
    return _partners(case, number) if partners else Intent.COORDINATING


def _claimed(case: Case, _number: int) -> Intent:
    """What a question takes for granted: a day, or else a place."""
    placed = bool(case.said & {"o", "tai", "at"})
    if case.span and not (placed and "ngay" not in fold(case.span.text)):
        return Intent.WHEN
    return Intent.WHERE if placed else Intent.CARD


def _as_before(case: Case, _number: int) -> Intent:
    """ "Còn ký kết chương trình?": the same side of another activity; else all of it."""
    asked_which = case.before.intent.startswith(WHICH)
    wanted = case.before.intent.removeprefix(WHICH)
    if ("follow" in case.facets or asked_which) and wanted in _CARRIED:
        return Intent(wanted)
    return Intent.WHEN if case.span else Intent.CARD


_SIDES: tuple[tuple[Callable[[Case, int], object], Callable[[Case, int], Intent]], ...] = (
    (unspoken_attribute, _always(Intent.NOT_STATED)),
    (_about("budget"), _always(Intent.BUDGET)),
    (_asks("countdown"), _always(Intent.COUNTDOWN)),
    (_asks("weekday"), _always(Intent.WHEN)),
    (_asks_peak, _always(Intent.WHEN)),
    (_asks("ordinal"), _always(Intent.TITLE)),
    (lambda c, n: "organiser" in c.facets and organisers(c, n), _always(Intent.DETAIL)),
    (lambda c, _: asks_where_to_send(c), _always(Intent.DETAIL)),
    (_asks("law_year"), _always(Intent.DETAIL)),
    (_asks_who, _who),
    (_asks("with_whom"), _partners),
    (_asks("where"), _always(Intent.WHERE)),
    (_asks("coordinating"), _coordinating),
    (_asks("lead", "organiser"), _always(Intent.LEAD)),
    (_about("deadlines"), _always(Intent.WHEN)),
    (_asks_when, _always(Intent.WHEN)),
    (_asks("participants"), _always(Intent.PARTICIPANTS)),
    (lambda case, _: "hour" in case.attributes, _always(Intent.WHEN)),
    (lambda case, _: bool(case.attributes), _always(Intent.CONTENT)),
    (_asks("how_many"), _always(Intent.DETAIL)),
    (_about("theme", "bases", "history"), _always(Intent.DETAIL)),
    (_asks(*_DONE), _always(Intent.CONTENT)),
    (_about("purpose", "requirements", "awards"), _always(Intent.CONTENT)),
    (_asks("confirm"), _claimed),
    (lambda _c, _n: True, _as_before),
)
"""Which side is meant, the more telling words first."""
