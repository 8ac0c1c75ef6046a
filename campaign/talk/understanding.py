"""From a message to a question: the rules in the order in which they are tried."""

import datetime
from collections.abc import Callable

from campaign.messages import Language
from campaign.talk.case import Case
from campaign.talk.handbook import Handbook
from campaign.talk.questions import Context, Intent, Question
from campaign.talk.reading import read
from campaign.talk.rules import activities, days, documents, followup, parts, people, smalltalk

_RULES: tuple[Callable[[Case], Question | None], ...] = (
    smalltalk.nothing_said,
    smalltalk.impossible_date,
    smalltalk.smalltalk,
    activities.other_award,
    followup.follow_up,
    documents.document,
    activities.numbered,
    people.person,
    people.foreign_unit,
    activities.after_activity,
    activities.named_activity,
    smalltalk.not_stated,
    people.unit_work,
    activities.described_activity,
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

    `language` None follows the text.
    """
    case = Case(handbook, read(handbook, text, today, language), today, before or Context())
    for rule in _RULES:
        if (question := rule(case)) is not None:
            return question
    return case.question(Intent.UNCLEAR)
