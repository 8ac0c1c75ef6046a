"""People who ask the bot of a sandbox, each waiting for the answer before asking again."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from time import perf_counter

from benchmarks.questions import Question
from sandbox.chats import Chat
from sandbox.events import Event
from sandbox.server import Sandbox

_PATIENCE = 60.0


@dataclass(slots=True)
class Crowd:
    """Lives in the process of `sandbox`, so that asking costs little more than the call itself.

    A lane is what asks one question at a time: in it one person for each campaign.
    """

    sandbox: Sandbox
    _chats: dict[tuple[int, str], Chat] = field(default_factory=dict)
    _answered: dict[int, asyncio.Future[float]] = field(default_factory=dict)
    _unasked: int = 0

    def __post_init__(self) -> None:
        self.sandbox.world.listeners.append(self._hear)

    async def gather(self, campaigns: tuple[str, ...], lanes: int) -> None:
        """Let everybody join: each chooses a campaign by its deep link, and is greeted."""
        async with asyncio.timeout(_PATIENCE):
            for lane in range(lanes):
                for campaign in campaigns:
                    await self._say(self._chat(lane, campaign), f"/start {campaign}")

    async def ask(self, questions: Iterator[Question], count: int, lanes: int) -> list[float]:
        """Ask the next `count` of `questions`, `lanes` at a time; return seconds to each answer.

        Raises TimeoutError when answers stay away, and RuntimeError when there are too many: a
        second message would be taken for the answer to the next question.
        """
        waiting = islice(questions, count)
        seconds: list[float] = []
        async with asyncio.timeout(_PATIENCE), asyncio.TaskGroup() as group:
            for lane in range(lanes):
                group.create_task(self._work(lane, waiting, seconds))
        if self._unasked:
            raise RuntimeError(f"{self._unasked} messages answer nothing")
        return seconds

    async def ask_in_turn(
        self, questions: Iterator[Question], count: int, lanes: int, pause: float
    ) -> list[float]:
        """Ask the next `count` of `questions` one by one, each in the next of `lanes`, with
        `pause` seconds in between; return seconds to each answer.
        """
        seconds: list[float] = []
        for number, question in enumerate(islice(questions, count)):
            async with asyncio.timeout(_PATIENCE):
                chat = self._chat(number % lanes, question.campaign)
                seconds.append(await self._say(chat, question.text))
            await asyncio.sleep(pause)
        return seconds

    async def _work(self, lane: int, waiting: Iterator[Question], seconds: list[float]) -> None:
        for question in waiting:
            chat = self._chat(lane, question.campaign)
            seconds.append(await self._say(chat, question.text))

    def _chat(self, lane: int, campaign: str) -> Chat:
        if (lane, campaign) not in self._chats:
            user = self.sandbox.world.add_user("Chị A")
            self._chats[lane, campaign] = self.sandbox.world.private_chat(user)
        return self._chats[lane, campaign]

    async def _say(self, chat: Chat, text: str) -> float:
        answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._answered[chat.id] = answered
        begun = perf_counter()
        self.sandbox.world.post(chat, self.sandbox.world.users[chat.id], text)
        return await answered - begun

    def _hear(self, event: Event) -> None:
        if event.kind != "message" or not event.message or not event.message.sender.is_bot:
            return
        answered = self._answered.pop(event.message.chat.id, None)
        if answered is None:
            self._unasked += 1
        else:
            answered.set_result(perf_counter())
