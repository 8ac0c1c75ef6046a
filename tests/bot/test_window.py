import asyncio
from collections.abc import Callable
from time import monotonic

from bot.window import Window

SECOND = 0.05


async def entered(window: Window, *, urgent: bool, log: Callable[[str], None], name: str) -> None:
    await window.enter(urgent=urgent)
    log(name)


async def test_there_are_never_more_calls_than_the_window_has_places() -> None:
    window = Window(3, SECOND)
    moments: list[float] = []

    async def call() -> None:
        await window.enter(urgent=False)
        moments.append(monotonic())
        window.leave()

    await asyncio.gather(*(call() for _ in range(9)))
    assert all(later - early >= SECOND for early, later in zip(moments, moments[3:], strict=False))


async def test_a_call_counts_until_a_second_after_its_answer_however_long_it_takes() -> None:
    window = Window(1, SECOND)
    order: list[str] = []
    await window.enter(urgent=False)
    waiting = asyncio.create_task(entered(window, urgent=False, log=order.append, name="next"))
    await asyncio.sleep(2 * SECOND)
    assert order == []
    window.leave()
    await waiting
    assert order == ["next"]


async def test_what_is_urgent_goes_first() -> None:
    window = Window(1, SECOND)
    order: list[str] = []
    await window.enter(urgent=False)
    patient = asyncio.create_task(entered(window, urgent=False, log=order.append, name="patient"))
    await asyncio.sleep(0)
    urgent = asyncio.create_task(entered(window, urgent=True, log=order.append, name="urgent"))
    await asyncio.sleep(0)
    window.leave()
    await urgent
    window.leave()
    await patient
    assert order == ["urgent", "patient"]


async def test_who_squeezes_in_makes_the_next_ones_wait() -> None:
    window = Window(1, SECOND)
    order: list[str] = []
    window.squeeze_in()
    window.squeeze_in()
    waiting = asyncio.create_task(entered(window, urgent=False, log=order.append, name="next"))
    window.leave()
    await asyncio.sleep(2 * SECOND)
    assert order == []
    window.leave()
    await waiting
    assert order == ["next"]


async def test_who_gives_up_waiting_leaves_the_place_to_the_next() -> None:
    window = Window(1, SECOND)
    order: list[str] = []
    await window.enter(urgent=False)
    first = asyncio.create_task(entered(window, urgent=False, log=order.append, name="first"))
    second = asyncio.create_task(entered(window, urgent=False, log=order.append, name="second"))
    await asyncio.sleep(0)
    first.cancel()
    window.leave()
    await second
    assert order == ["second"]
