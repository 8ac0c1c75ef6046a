"""People who ask the bot of a sandbox, each waiting for the answer before asking again."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from time import perf_counter

from benchmarks.questions import Question
from sandbox.chats import Chat
from sandbox.server import Sandbox
from sandbox.world import Event

_PATIENCE = 60.0


@dataclass(slots=True)
class Crowd:
    """Lives in the process of `sandbox`, so that asking costs little more than the call itself.

    A lane is what asks one question at a time: in it one person for each campaign.
    """

    sandbox: Sandbox
    _chats: dict[tuple[int, str], Chat] = field(default_factory=dict)
    _answered: dict[int, asyncio.Future[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sandbox.world.listeners.append(self._hear)

    async def ask(self, questions: Iterator[Question], count: int, lanes: int) -> list[float]:
        """Ask the next `count` of `questions`, `lanes` at a time; return seconds to each answer.

        Raises TimeoutError when answers stay away.
        """
        waiting = islice(questions, count)
        seconds: list[float] = []
        async with asyncio.timeout(_PATIENCE), asyncio.TaskGroup() as group:
            for lane in range(lanes):
                group.create_task(self._work(lane, waiting, seconds))
        return seconds

    async def gather(self, campaigns: tuple[str, ...], lanes: int) -> None:
        """Let everybody join: each chooses a campaign by its deep link, and is greeted."""
        async with asyncio.timeout(_PATIENCE):
            for lane in range(lanes):
                for campaign in campaigns:
                    user = self.sandbox.world.add_user("Chị A")
                    chat = self.sandbox.world.private_chat(user)
                    self._chats[lane, campaign] = chat
                    await self._say(chat, f"/start {campaign}")

    async def _work(self, lane: int, waiting: Iterator[Question], seconds: list[float]) -> None:
        for question in waiting:
            chat = self._chats[lane, question.campaign]
            seconds.append(await self._say(chat, question.text))

    async def _say(self, chat: Chat, text: str) -> float:
        answered = self._answered[chat.id] = asyncio.get_running_loop().create_future()
        begun = perf_counter()
        self.sandbox.world.post(chat, self.sandbox.world.users[chat.id], text)
        return await answered - begun

    def _hear(self, event: Event) -> None:
        if event.kind != "message" or not event.message or not event.message.sender.is_bot:
            return
        # One message for each question, or the figures would mean nothing: a KeyError ends it all.
        self._answered.pop(event.message.chat.id).set_result(perf_counter())
