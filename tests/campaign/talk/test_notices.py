from collections.abc import Mapping
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from campaign.ledger.grids import Unreadable
from campaign.ledger.lists import Wrong
from campaign.ledger.reasons import ROWS, UNREADABLE
from campaign.messages import Bold, Language, plain
from campaign.plan.changes import ChangeKind
from campaign.talk.broadcast_notices import BROADCAST_NOTICES, BroadcastNotice
from campaign.talk.broadcast_words import CAST_ACTIONS, CAST_WORDS, BroadcastWord
from campaign.talk.change_notices import CHANGE_NOTICES, ChangeNotice
from campaign.talk.change_words import (
    CHANGE_ACTIONS,
    CHANGE_LINES,
    CHANGE_WORDS,
    KINDS,
    ChangeLine,
    ChangeWord,
)
from campaign.talk.correction_notices import CORRECTION_NOTICES, CorrectionNotice
from campaign.talk.edition_notices import (
    EDITION_ACTIONS,
    EDITION_NOTICES,
    EDITION_WORDS,
    EditionNotice,
    EditionWord,
)
from campaign.talk.ledger_notices import LEDGER_NOTICES, LedgerNotice
from campaign.talk.ledger_words import LEDGER_ACTIONS, LEDGER_WORDS, LedgerWord
from campaign.talk.list_notices import LIST_NOTICES, ListNotice
from campaign.talk.moment_notices import MOMENT_NOTICES, MomentNotice
from campaign.talk.notices import NOTICES, AnyNotice, Notice, say
from campaign.talk.registration_notices import REGISTRATION_NOTICES, RegistrationNotice
from campaign.talk.reminder_notices import (
    REMINDER_NOTICES,
    REMINDER_WORDS,
    ReminderNotice,
    ReminderWord,
)
from campaign.talk.staff_notices import STAFF_NOTICES, StaffNotice
from campaign.talk.staff_words import ACTIONS, WORDS, StaffWord

LANGUAGES: tuple[Language, ...] = get_args(Language)
SENTENCES: dict[str, Mapping[Language, str]] = dict(
    [
        *NOTICES.items(),
        *STAFF_NOTICES.items(),
        *BROADCAST_NOTICES.items(),
        *CHANGE_NOTICES.items(),
        *CORRECTION_NOTICES.items(),
        *LEDGER_NOTICES.items(),
        *EDITION_NOTICES.items(),
        *LIST_NOTICES.items(),
        *MOMENT_NOTICES.items(),
        *REGISTRATION_NOTICES.items(),
        *REMINDER_NOTICES.items(),
    ]
)
ALL: tuple[AnyNotice, ...] = (
    *get_args(Notice),
    *get_args(StaffNotice),
    *get_args(BroadcastNotice),
    *get_args(ChangeNotice),
    *get_args(CorrectionNotice),
    *get_args(LedgerNotice),
    *get_args(EditionNotice),
    *get_args(ListNotice),
    *get_args(MomentNotice),
    *get_args(RegistrationNotice),
    *get_args(ReminderNotice),
)
ON_A_BUTTON: tuple[AnyNotice, ...] = (
    "admins_only",
    "again_nobody",
    "again_pointless",
    "already_decided",
    "cast_author_only",
    "change_gone",
    "cast_moment_over",
    "cast_nobody",
    "cast_nobody_else",
    "cast_nobody_reached",
    "cast_nothing_delivered",
    "cast_nothing_to_resend",
    "cast_own",
    "cast_under_way",
    "already_revoked",
    "admin_unknown",
    "coop_admins_only",
    "coop_pending",
    "doubt_gone",
    "group_gone",
    "hand_all_again",
    "hand_elsewhere",
    "hand_foreign",
    "hand_in_group",
    "hand_none",
    "hand_over",
    "hand_pending",
    "help_again",
    "help_nobody",
    "help_sent",
    "invitations_ended",
    "judge_late",
    "reg_anonymous",
    "reg_closed",
    "reg_elsewhere",
    "reg_quit",
    "reg_quit_none",
    "not_your_campaign",
    "old_button",
    "owners_only",
    "receipt_again",
    "receipt_preview",
    "receipt_thanks",
    "staff_in_private",
    "staff_only",
    "write_as_yourself",
)


def facts(notice: AnyNotice, language: Language) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(SENTENCES[notice][language]) if name}


def test_there_is_a_sentence_for_every_notice_in_every_language() -> None:
    tables = (
        *(SENTENCES, ACTIONS, WORDS, CAST_ACTIONS, CAST_WORDS),
        *(KINDS, CHANGE_ACTIONS, CHANGE_LINES, CHANGE_WORDS),
        *(LEDGER_ACTIONS, LEDGER_WORDS, ROWS, UNREADABLE),
        *(EDITION_ACTIONS, EDITION_WORDS, REMINDER_WORDS),
    )

    assert set(SENTENCES) == set(ALL)
    assert set(WORDS) == set(get_args(StaffWord))
    assert set(CAST_WORDS) == set(get_args(BroadcastWord))
    assert set(KINDS) == set(get_args(ChangeKind))
    assert set(CHANGE_LINES) == set(get_args(ChangeLine))
    assert set(CHANGE_WORDS) == set(get_args(ChangeWord))
    assert set(LEDGER_WORDS) == set(get_args(LedgerWord))
    assert set(EDITION_WORDS) == set(get_args(EditionWord))
    assert set(REMINDER_WORDS) == set(get_args(ReminderWord))
    assert set(ROWS) == {*get_args(Wrong), "group_like"}
    assert set(UNREADABLE) == set(get_args(get_type_hints(Unreadable)["why"]))
    assert all(set(each) == set(LANGUAGES) for table in tables for each in table.values())


@pytest.mark.parametrize("notice", ALL)
def test_both_languages_say_the_same_facts(notice: AnyNotice) -> None:
    assert facts(notice, "vi") == facts(notice, "en")


def test_facts_are_shown_in_bold_and_are_no_templates() -> None:
    text = say("campaign_chosen", "en", plan="A <b> {0}", issuer="B")

    assert [run for run in text if isinstance(run, Bold)] == [Bold("A <b> {0}"), Bold("B")]
    assert plain(text) == "From now on I answer here from the plan A <b> {0} of B."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", ON_A_BUTTON)
def test_a_notice_on_a_button_is_no_longer_than_telegram_shows(
    notice: AnyNotice, language: Language
) -> None:
    assert len(plain(say(notice, language))) <= 200
