"""Questions about what has changed since the plan was issued."""

import re

from campaign.plan.changes import ChangedActivity
from campaign.talk.case import Case
from campaign.talk.questions import Intent, Question

_CHANGED = re.compile(
    r"\b(?:thay doi|cap nhat|dieu chinh|hoan(?! thanh| thien)|(?<!phat )huy(?! chuong| dong)"
    r"|doi (?:ngay|lich|gio|sang)|lui|(?<!han )chot|cancel(?:led|ed)?|postponed|moved|rescheduled"
    r"|chang(?:e|es|ed)|updat(?:e|es|ed)|confirmed)\b"
)
_OF_THE_PLAN = frozenset(
    "ke hoach lich thay doi cap nhat dieu chinh hoan huy lui chot ngay gio sang moi nhat tin plan"
    " schedule change changes changed update updates updated cancelled canceled cancel postponed"
    " moved new latest".split()
)
_BESIDE = frozenset({"confirm", "content", "follow", "day", "when"})


def changed(case: Case) -> Question | None:
    """Whether something was moved or cancelled; of an activity that is its time, as it is now."""
    if not _CHANGED.search(case.sentence) or case.facets - _BESIDE or case.attributes:
        return None
    if not (case.named or case.span or set(case.content) - _OF_THE_PLAN):
        return case.question(Intent.CHANGES)
    if case.topics and _has_changes(case):
        return case.question(Intent.WHEN, activities=(case.topics[0].activity,))
    return None


def _has_changes(case: Case) -> bool:
    """Whether anything has changed at all: nobody asks that of a plan that stands as issued."""
    return any(isinstance(a, ChangedActivity) for a in case.handbook.plan.activities)
