"""Corrections and recalls: the newest word counts, whoever gets it late."""

from dataclasses import replace

from campaign.messages import Content
from storage import broadcasts, corrections
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from tests.storage.newsroom import NOON, OWN, WORDS, found


def test_who_gets_it_late_gets_the_corrected_words(unit: Unit, delivered: BroadcastRecord) -> None:
    assert corrections.in_force(unit, delivered.id) == delivered
    words = Content("Mời họp lúc 8 giờ")
    correction = broadcasts.add(unit, delivered.follow_up("correction", words, 7, NOON))
    assert corrections.in_force(unit, delivered.id) == delivered

    broadcasts.start(unit, correction, OWN, NOON)

    assert corrections.in_force(unit, delivered.id) == replace(delivered, content=words)
    assert corrections.in_force(unit, correction.id) == found(unit, correction)
    assert corrections.in_force(unit, 99) is None


def test_what_is_corrected_or_recalled_is_not_undone_by_sending_again(
    unit: Unit, delivered: BroadcastRecord
) -> None:
    first, second, recall = (
        broadcasts.add(unit, delivered.follow_up(kind, WORDS, 7, NOON))
        for kind in ("correction", "correction", "recall")
    )
    assert not corrections.superseded(unit, delivered)

    broadcasts.start(unit, first, OWN, NOON)
    broadcasts.start(unit, second, OWN, NOON)
    assert not corrections.superseded(unit, delivered)
    assert corrections.superseded(unit, first)
    assert not corrections.superseded(unit, second)

    broadcasts.start(unit, recall, OWN, NOON)
    assert corrections.superseded(unit, delivered)
    assert corrections.superseded(unit, second)
    assert not corrections.superseded(unit, recall)


def test_it_is_known_that_a_follow_up_is_under_way(unit: Unit, delivered: BroadcastRecord) -> None:
    assert not corrections.under_way(unit, delivered)
    recall = broadcasts.add(unit, delivered.follow_up("recall", WORDS, 7, NOON))
    broadcasts.start(unit, recall, OWN, NOON)

    assert corrections.under_way(unit, delivered)
    assert corrections.under_way(unit, recall)
