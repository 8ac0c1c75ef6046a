from bot.adaptation import SECONDS, Adaptation


def test_one_chat_that_is_told_to_wait_slows_nobody_else() -> None:
    adaptation = Adaptation(30)
    assert [adaptation.refused(-1, moment) for moment in (0.0, 1.0, 2.0)] == [False] * 3
    assert adaptation.rate == 30


def test_two_chats_at_once_slow_all() -> None:
    adaptation = Adaptation(30)
    adaptation.refused(-1, 0.0)
    assert adaptation.refused(-2, 1.0)
    assert adaptation.rate == 24


def test_two_chats_long_apart_slow_nobody() -> None:
    adaptation = Adaptation(30)
    adaptation.refused(-1, 0.0)
    assert not adaptation.refused(-2, SECONDS + 1)
    assert adaptation.rate == 30


def test_what_goes_through_brings_the_pace_back_to_the_limit_and_never_above() -> None:
    adaptation = Adaptation(30)
    adaptation.refused(-1, 0.0)
    adaptation.refused(-2, 0.0)
    for _ in range(100):
        adaptation.accepted()
    assert 24 < adaptation.rate < 30
    for _ in range(1000):
        adaptation.accepted()
    assert adaptation.rate == 30


def test_it_never_stops_altogether() -> None:
    adaptation = Adaptation(30)
    for number in range(100):
        adaptation.refused(number, 0.0)
    assert adaptation.rate == 1
