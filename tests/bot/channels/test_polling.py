import pytest
from telegram.error import NetworkError, RetryAfter

from bot.channels.polling import backoff


@pytest.mark.parametrize(("failures", "most"), [(1, 1), (2, 2), (3, 4), (6, 30), (100_000, 30)])
def test_each_failure_doubles_the_pause_up_to_half_a_minute(failures: int, most: float) -> None:
    pauses = {backoff(NetworkError("no"), failures) for _ in range(50)}
    assert all(most / 2 <= pause <= most for pause in pauses)
    assert len(pauses) > 1


def test_telegram_s_own_wish_is_followed() -> None:
    assert backoff(RetryAfter(17), 3) == 17
