"""What staff see of a group: its card, and the list of all groups."""

from campaign.messages import Button, Buttons, Language, Text
from campaign.talk.notices import say
from campaign.talk.staff_notices import StaffNotice
from campaign.talk.staff_words import WORDS, StaffWord
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import roles
from handlers.visits import Visit
from storage import audit, groups
from storage.groups import GroupRecord

PER_PAGE = 10
_STATES: dict[bool | None, StaffNotice] = {
    None: "group_pending",
    True: "group_approved",
    False: "group_refused",
}
_MARKS = {None: "⏳", True: "✓", False: "✗"}
_DECIDE: tuple[StaffWord, ...] = ("approve", "refuse")
_DECIDED = {True: "approve", False: "reject"}


def card(visit: Visit, group: GroupRecord) -> tuple[Text, Buttons]:
    """Return the group's card with its buttons."""
    return _text(visit, group), _buttons(visit, group)


def listing(visit: Visit, page: int) -> tuple[Text, Buttons]:
    """Return a page, from 0, of the groups of the person's campaigns."""
    campaigns, default = visit.manages, visit.front.default
    total = groups.total(visit.unit, campaigns, default)
    if not total:
        return say("groups_none", visit.language), ()
    pending = groups.pending(visit.unit, campaigns, default)
    text = say("groups_title", visit.language, total=str(total), pending=str(pending))
    last = (total - 1) // PER_PAGE
    page = min(page, last)
    found = groups.page(visit.unit, campaigns, default, PER_PAGE, page * PER_PAGE)
    return text, (*(_row(group) for group in found), *_turns(page, last))


def decision_buttons(language: Language, chat_id: int) -> Buttons:
    """Return the two buttons that decide about a group that waits."""
    return (tuple(Button(WORDS[word][language], f"group:{chat_id}:{word}") for word in _DECIDE),)


def _text(visit: Visit, group: GroupRecord) -> Text:
    language = visit.language
    lines = [
        say("group_title", language, title=group.title or str(group.chat_id)),
        *([say("group_name", language, name=group.name)] if group.name else []),
        say("group_campaign", language, campaign=visit.front.label(group.campaign)),
        say("group_tags", language, tags=", ".join(group.tags))
        if group.tags
        else say("group_untagged", language),
        say(_STATES[group.approved], language),
        *_decided(visit, group),
        *([] if group.present else [say("group_gone", language)]),
        *([say("group_muted", language)] if group.muted else []),
    ]
    return sum((("\n", *line) for line in lines), start=())[1:]


def _decided(visit: Visit, group: GroupRecord) -> list[Text]:
    if group.approved is None:
        return []
    found = audit.latest(visit.unit, group.chat_id, [_DECIDED[group.approved]])
    if found is None:  # it was decided when the group had another id
        return []
    person = roles.who(found.user_id, visit.sender.id, visit.language)
    day = show_day(found.at.astimezone(VIETNAM).date())
    return [say("group_decided", visit.language, who=person, day=day)]


def _buttons(visit: Visit, group: GroupRecord) -> Buttons:
    def button(label: str, step: str) -> Button:
        return Button(label, f"group:{group.chat_id}:{step}")

    words = {word: sentence[visit.language] for word, sentence in WORDS.items()}
    decisions = {
        None: decision_buttons(visit.language, group.chat_id),
        True: ((button(words["withdraw"], "withdraw"),),),
        False: ((button(words["approve"], "readmit"),),),
    }
    return (
        *decisions[group.approved],
        (button(words["name"], "name"), button(words["tags"], "tags")),
        (Button(words["list"], "groups:0"),),
    )


def _row(group: GroupRecord) -> tuple[Button, ...]:
    mark = _MARKS[group.approved] if group.present else "∅"
    return (Button(f"{mark} {group.label}", f"group:{group.chat_id}"),)


def _turns(page: int, last: int) -> Buttons:
    """Return a row that leads to the pages beside `page`, no row where there is only one."""
    pages = [(f"« {page}", page - 1), (f"{page + 2} »", page + 1)]
    row = tuple(Button(label, f"groups:{to}") for label, to in pages if 0 <= to <= last)
    return (row,) if row else ()
