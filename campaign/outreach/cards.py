"""What is to be known of an announcement before it goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from campaign.messages import Language, Text
from campaign.outreach.moments import QUIET_FROM, QUIET_TO, show_moment
from campaign.outreach.progress import figure, joined
from campaign.outreach.sentences import YES_NO, say
from campaign.outreach.warnings import Doubt, say_doubt

_MOST_DOUBTS = 6


@dataclass(frozen=True, slots=True)
class Card:
    """An announcement of the plan `campaign`, by its title, to `recipients` groups.

    `tags` () are all groups; in `muted` of them the bot may not write. `due` None is as soon as it
    is confirmed; `quiet` says that this is at night. `second_approver` says that the author's word
    is not enough.
    """

    campaign: str
    tags: tuple[str, ...]
    recipients: int
    muted: int
    due: datetime | None
    pin: bool
    receipt: bool
    second_approver: bool
    doubts: tuple[Doubt, ...]
    quiet: bool


def show_card(card: Card, language: Language) -> Text:
    """Return to whom it goes, when and how, and what should be looked at twice."""
    return joined([*_address(card, language), *_manner(card, language), *_cautions(card, language)])


def show_cautions(card: Card, language: Language) -> Text:
    """Return what else it takes, and what should be looked at twice; empty where there is none."""
    return joined(_cautions(card, language))


def show_audience(
    campaign: str, tags: tuple[str, ...], recipients: int, language: Language
) -> Text:
    """Return to whom it goes: to the `recipients` groups of `campaign` with one of `tags`."""
    facts = {"number": figure(recipients, language), "campaign": campaign}
    if tags:
        return say("card_tagged_groups", language, **facts, tags=", ".join(tags))
    return say("card_all_groups", language, **facts)


def _address(card: Card, language: Language) -> Iterator[Text]:
    yield show_audience(card.campaign, card.tags, card.recipients, language)
    if card.due is None:
        yield say("card_now", language)
    else:
        yield say("card_at", language, moment=show_moment(card.due, language))


def _manner(card: Card, language: Language) -> Iterator[Text]:
    yes, no = YES_NO[language]
    pin, receipt = (yes if wanted else no for wanted in (card.pin, card.receipt))
    yield say("card_options", language, pin=pin, receipt=receipt)


def _cautions(card: Card, language: Language) -> Iterator[Text]:
    if card.second_approver:
        yield say("card_second_person", language)
    if not card.recipients:
        yield say("card_no_groups", language)
    if card.quiet:
        yield say("card_quiet", language, start=_clock(QUIET_FROM), end=_clock(QUIET_TO))
    if card.muted:
        yield say("card_muted", language, number=figure(card.muted, language))
    for doubt in card.doubts[:_MOST_DOUBTS]:
        yield ("⚠ ", *say_doubt(doubt, language))
    if more := card.doubts[_MOST_DOUBTS:]:
        yield say("doubts_more", language, number=str(len(more)))


def _clock(hour: time) -> str:
    return f"{hour.hour}:{hour.minute:02}"
