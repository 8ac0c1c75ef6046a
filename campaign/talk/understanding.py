"""From a message to a question: the rules in the order in which they are tried."""

import datetime
import re
from collections.abc import Callable

from campaign.messages import Language
from campaign.talk.case import Case
from campaign.talk.handbook import Handbook
from campaign.talk.passages import in_its_own_words, lacks_part
from campaign.talk.questions import Context, Intent, Question
from campaign.talk.reading import LIMIT, read
from campaign.talk.rules import (
    activities,
    days,
    documents,
    followup,
    parts,
    people,
    smalltalk,
    updates,
)

_RULES: tuple[Callable[[Case], Question | None], ...] = (
    smalltalk.nothing_said,
    smalltalk.impossible_date,
    smalltalk.smalltalk,
    activities.other_award,
    followup.follow_up,
    documents.document,
    documents.dated,
    activities.numbered,
    people.person,
    people.foreign_unit,
    activities.after_activity,
    updates.changed,
    parts.due_task,
    activities.named_activity,
    smalltalk.not_stated,
    people.unit_work,
    activities.described_activity,
    activities.dossier,
    parts.task,
    parts.campaign_time,
    days.untimed,
    smalltalk.outside,
    parts.part,
    days.deadlines,
    days.overview,
    days.coming,
    days.agenda,
    parts.some_fact,
    smalltalk.which,
)
"""What was named comes before what was described, and both before a guess."""


def understand(
    handbook: Handbook,
    text: str,
    today: datetime.date,
    before: Context | None = None,
    language: Language | None = None,
) -> Question:
    """Return what `text` asks on the day `today`; `before` is what it may refer to.

    `language` is that of the answer; None follows the text.
    """
    for part in _asking_parts(text):
        case = Case(handbook, read(handbook, part, today), today, before or Context(), language)
        question = in_its_own_words(case, _seen(case))
        if question.intent not in _NOTHING and not _asks_back_for_all(question):
            return question
    return question


def _asks_back_for_all(question: Question) -> bool:
    """Whether a part named nothing: what it is about stands in another one."""
    return question.intent is Intent.WHICH and not question.activities


def _seen(case: Case) -> Question:
    """What the rules see; once more without words for a part that this plan does not have, or that
    has no time, for they may be those of an activity: "cao điểm", "treo băng rôn ngày nào".
    """
    question = _first_seen(case)
    timed = question.intent is Intent.SLOGANS and case.facets & {"when", "day", "deadline"}
    if not (timed or lacks_part(case, question)):
        return question
    again = _first_seen(case.without_subjects())
    return question if again.intent in _NOTHING | {Intent.WHICH} else again


def _first_seen(case: Case) -> Question:
    for rule in _RULES:
        if (question := rule(case)) is not None:
            return question
    return case.question(Intent.UNCLEAR)


_LONG = 200
_SENTENCE = re.compile(r"[^.!?\n]*[!?]|[^.!?\n]+")
_NOTHING = {Intent.UNCLEAR, Intent.NOT_STATED, Intent.OUTSIDE, Intent.GREETING, Intent.THANKS}


def _asking_parts(text: str) -> list[str]:
    """The sentences of a long message that may ask, the last first, and then all of it."""
    if len(text) <= _LONG:
        return [text]
    sentences = [each for each in _SENTENCE.findall(text[-LIMIT:]) if each.strip()]
    asking = [each for each in sentences if each.rstrip().endswith("?")] or sentences[-1:]
    return [*reversed(asking[-_MOST_PARTS:]), text]


_MOST_PARTS = 3
