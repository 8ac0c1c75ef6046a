"""The groups are told of a change: at once with one press, or by an announcement to look at."""

from collections.abc import Sequence

from campaign.messages import Acknowledge, Button, Buttons, Content, Outgoing, Press, Text
from campaign.outreach.change_texts import news, news_withdrawn, told
from campaign.outreach.moments import is_quiet
from campaign.outreach.progress import figure
from campaign.plan.model import Activity
from campaign.talk.change_words import word
from campaign.talk.notices import say
from handlers import drafts, running
from handlers.broadcast_buttons import stamp
from handlers.visits import Visit, note
from storage import broadcasts, changes, groups
from storage.changes import ChangeRecord

_LOOKED_THROUGH = 100
"""Among so many of the newest announcements is one that has told of a change already."""


def offer(
    visit: Visit, activity: Activity, made: Sequence[ChangeRecord], numbers: str
) -> tuple[list[Text], Buttons]:
    """Return the words that the groups would read, and the buttons; nothing for a mere name.

    At night, and where there is no group, nothing goes out with one press.
    """
    if made[0].kind == "alias":
        return [], ()
    language, reached = visit.language, _reach(visit, made[0].campaign)
    propose = (Button(word("tell", language), f"change:{numbers}:tell"),)
    if not reached or is_quiet(visit.now):
        return [], (propose,)
    groups_told = figure(reached, language)
    label = word("tell_now", language, groups=groups_told)
    head = say("change_news", language, groups=groups_told)
    text = ("\n", *head, f"\n{_words(visit, activity, made)}")
    return [text], ((Button(label, f"change:{numbers}:now"),), propose)


def at_once(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    """Announce what was shown, once; a second person approves it where that is configured.

    At night it is proposed, and can be scheduled.
    """
    if is_quiet(visit.now) or not _reach(visit, found[0].campaign):
        return propose(visit, press, found, activity)
    changes.hold(visit.unit, found[0].id)
    words = _words(visit, activity, found)
    if _is_announced(visit, found[0], words):
        return note(press, say("change_announced", visit.language))
    draft = broadcasts.draft(visit.unit, visit.sender.id, found[0].campaign, visit.now)
    ready = drafts.keep(visit, draft, Content(words))
    return running.send(visit, press, ready, [stamp(ready)])


def propose(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    """Propose an announcement, which is confirmed like any other."""
    content = Content(_words(visit, activity, found))
    return [Acknowledge(press.id), *drafts.begin_for(visit, found[0].campaign, content)]


def after_withdrawal(
    visit: Visit, activity: Activity, gone: Sequence[ChangeRecord], numbers: str
) -> Buttons:
    """Return the button that proposes to tell the groups, where they know of the change."""
    told_of = any(_is_known(visit, activity, each) for each in gone)
    button = Button(word("tell", visit.language), f"change:{numbers}:back")
    return ((button,),) if told_of else ()


def propose_withdrawal(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    """Propose an announcement of how the activity stands without the changes."""
    if any(each.counts for each in found):
        return note(press, say("change_gone", visit.language))
    content = Content(news_withdrawn(activity))
    return [Acknowledge(press.id), *drafts.begin_for(visit, found[0].campaign, content)]


def _is_known(visit: Visit, activity: Activity, change: ChangeRecord) -> bool:
    """Whether something that was sent since says the change."""
    said, since = told(activity, change.made(visit.now), "vi"), change.applied_at or visit.now
    return any(
        each.content is not None and said in each.content.text and each.created_at >= since
        for each in broadcasts.listing(visit.unit, [change.campaign], _LOOKED_THROUGH)
        if each.started_at is not None
    )


def _words(visit: Visit, activity: Activity, made: Sequence[ChangeRecord]) -> str:
    return news(activity, [each.made(visit.now) for each in made])


def _reach(visit: Visit, campaign: str) -> int:
    return groups.count(visit.unit, campaign, visit.front.default)


def _is_announced(visit: Visit, change: ChangeRecord, words: str) -> bool:
    since = change.applied_at or visit.now
    return any(
        each.content is not None and each.content.text == words and each.created_at >= since
        for each in broadcasts.listing(visit.unit, [change.campaign], _LOOKED_THROUGH)
        if each.state != "draft"
    )
