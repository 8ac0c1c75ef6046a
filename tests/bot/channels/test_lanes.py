import asyncio

from bot.channels.lanes import Lanes


async def test_one_lane_keeps_its_order_and_another_need_not_wait() -> None:
    lanes, done, release = Lanes(), list[str](), asyncio.Event()

    async def slow() -> None:
        await release.wait()
        done.append("slow")

    async def quick(name: str) -> None:
        done.append(name)

    lanes.put(1, slow())
    lanes.put(1, quick("after slow"))
    lanes.put(2, quick("beside"))
    assert not await lanes.empty(0)
    assert done == ["beside"]
    release.set()
    assert await lanes.empty(5)
    assert done == ["beside", "slow", "after slow"]


async def test_what_fails_does_not_stop_its_lane() -> None:
    lanes, done = Lanes(), list[str]()
    errors: list[object] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: errors.append(context["exception"])
    )

    async def fail() -> None:
        raise RuntimeError("no")

    async def go_on() -> None:
        done.append("went on")

    lanes.put(1, fail())
    lanes.put(1, go_on())
    assert await lanes.empty(5)
    assert done == ["went on"]


async def test_without_work_it_is_empty_at_once() -> None:
    assert await Lanes().empty(0)


async def test_work_that_brings_more_work_is_waited_for_to_its_end() -> None:
    lanes, done = Lanes(), list[str]()

    async def last() -> None:
        done.append("last")

    async def first() -> None:
        lanes.put(1, last())
        done.append("first")

    lanes.put(1, first())

    assert await lanes.empty(5)
    assert done == ["first", "last"]
