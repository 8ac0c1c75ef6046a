"""Posting updates to webhooks: at least once, in order within a lane, again after a failure."""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from sandbox.bots import Bot, Webhook
from sandbox.calls import Call
from sandbox.errors import ApiError
from sandbox.events import Event
from sandbox.updates import Update
from sandbox.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the header's name, no secret)
_IDLE = 60
_LONGEST_WISH = 3600
_CAP = (60.0, 120.0)

Execute = Callable[[str, Call], Awaitable[Any]]
Pause = Callable[[float], Awaitable[Any]]


class _Round:
    """Deliveries to one webhook until it is set anew: a queue and a task for each lane."""

    def __init__(self, webhook: Webhook) -> None:
        self.webhook = webhook
        self.connections = asyncio.Semaphore(webhook.max_connections)
        self.lanes: dict[str, deque[Update]] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        for task in self.tasks:
            task.cancel()


class Postman:
    """Delivers to every webhook of `world`.

    After a failure the next tries come at once and then after 2, 4, 8 … s, as Telegram's do, up
    to 60–120 s; `pause` is awaited for those seconds. `execute` runs a call that the bot wrote
    into its response.
    """

    def __init__(self, world: World, execute: Execute, pause: Pause = asyncio.sleep) -> None:
        self._world = world
        self._execute = execute
        self._pause = pause
        self._rounds: dict[Bot, _Round] = {}
        self._heard: set[Bot] = set()
        self._session: aiohttp.ClientSession | None = None
        world.listeners.append(self._hear)

    async def idle(self) -> None:
        """Wait until nothing is being delivered."""
        while tasks := [task for round_ in self._rounds.values() for task in round_.tasks]:
            await asyncio.wait(tasks)

    async def close(self) -> None:
        """Stop all deliveries."""
        tasks = [task for round_ in self._rounds.values() for task in round_.tasks]
        for round_ in self._rounds.values():
            round_.stop()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    def _hear(self, event: Event) -> None:
        if event.kind == "webhook":
            self._begin(event.body)

    def _begin(self, bot: Bot) -> None:
        if ended := self._rounds.pop(bot, None):
            ended.stop()
        if bot not in self._heard:
            self._heard.add(bot)
            bot.updates.added.append(lambda update: self._queue(bot, update))
        if bot.webhook:
            self._rounds[bot] = _Round(bot.webhook)
            for update in bot.updates:
                self._queue(bot, update)

    def _queue(self, bot: Bot, update: Update) -> None:
        round_ = self._rounds.get(bot)
        if round_ is None:
            return
        if update.lane in round_.lanes:
            round_.lanes[update.lane].append(update)
            return
        round_.lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run(bot, round_, update.lane))
        round_.tasks.add(task)
        task.add_done_callback(round_.tasks.discard)

    async def _run(self, bot: Bot, round_: _Round, lane: str) -> None:
        queue = round_.lanes[lane]
        while queue:
            await self._deliver(bot, round_, queue[0])
            bot.updates.remove(queue.popleft())
        del round_.lanes[lane]

    async def _deliver(self, bot: Bot, round_: _Round, update: Update) -> None:
        failures = 0
        while update in bot.updates:
            async with round_.connections:
                wish = await self._post(bot, round_.webhook, update)
            if wish is None:
                return
            failures += 1
            await self._pause(wish or _delay(failures))

    async def _post(self, bot: Bot, webhook: Webhook, update: Update) -> float | None:
        """Return None when delivered, otherwise the seconds the bot wishes to be left alone."""
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with self._http().post(
                webhook.url, json=update.payload, headers=headers, allow_redirects=False
            ) as response:
                if response.ok:
                    await self._reply(bot, response)
                    return None
                status = f"{response.status} {response.reason}"
                self._failed(webhook, f"Wrong response from the webhook: {status}")
                return _wish(response.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(webhook, f"Connection failed: {type(error).__name__}")
            return 0

    def _failed(self, webhook: Webhook, what: str) -> None:
        webhook.last_error_date, webhook.last_error = self._world.now(), what

    async def _reply(self, bot: Bot, response: aiohttp.ClientResponse) -> None:
        """Execute the call in the response's body, if there is one; nobody learns the result."""
        try:
            body = await response.json()
        except (aiohttp.ClientError, ValueError):
            return
        method = str(body.pop("method", "")).lower() if isinstance(body, dict) else ""
        if method and not method.startswith("get") and method not in _NOT_IN_A_RESPONSE:
            try:
                await self._execute(method, Call(self._world, bot, body))
            except ApiError:
                return

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=None, sock_connect=_IDLE, sock_read=_IDLE)
            self._session = aiohttp.ClientSession(timeout=timeout)
        return self._session


_NOT_IN_A_RESPONSE = frozenset({"setwebhook", "deletewebhook", "close", "logout"})


def _delay(failures: int) -> float:
    """Return the pause after so many failures: 0, 2, 4, 8 … s."""
    delay = 0.0 if failures == 1 else 2.0 ** (failures - 1)
    return min(delay, random.uniform(*_CAP))  # noqa: S311 (spreads retries, hides nothing)


def _wish(header: str) -> float:
    return float(min(int(header), _LONGEST_WISH)) if header.isdecimal() else 0.0
