"""What is promised of each kind of message."""

from datetime import timedelta
from typing import get_args

import pytest

from campaign.outreach.kinds import POLICIES, Kind

MASS = ("announcement", "correction", "recall", "reminder")


def test_every_kind_has_a_policy() -> None:
    assert set(POLICIES) == set(get_args(Kind))


@pytest.mark.parametrize(
    ("kind", "expires"),
    [
        ("reply", timedelta(minutes=10)),
        ("notice", timedelta(days=1)),
        ("announcement", timedelta(hours=24)),
        ("correction", timedelta(hours=24)),
        ("recall", timedelta(hours=48)),
        ("reminder", timedelta(days=7)),
    ],
)
def test_a_message_is_not_sent_when_it_no_longer_helps(kind: Kind, expires: timedelta) -> None:
    assert POLICIES[kind].expires == expires


def test_what_somebody_waits_for_overtakes_the_rest_and_is_sent_again_when_in_doubt() -> None:
    alike = {kind: (p.urgent, p.interrupted) for kind, p in POLICIES.items()}

    assert alike == {
        "reply": (True, "again"),
        "notice": (True, "again"),
        **dict.fromkeys(MASS, (False, "unknown")),
    }
