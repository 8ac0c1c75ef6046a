"""Server-sent events: what happens in the world, to whoever is looking."""

import asyncio
import json

from aiohttp import web

from sandbox.events import Event
from sandbox.views import SHOWN, event_view
from sandbox.world import World

_BEHIND = 1000
_HEARTBEAT = 15
_HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}


class Stream:
    """The onlookers. One who falls too far behind is cut off, and will ask anew."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._onlookers: set[asyncio.Queue[bytes | None]] = set()
        world.listeners.append(self._hear)

    def close(self) -> None:
        """End every stream."""
        for onlooker in self._onlookers:
            _end(onlooker)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Send events until the onlooker leaves."""
        response = web.StreamResponse(headers=_HEADERS)
        await response.prepare(request)
        onlooker: asyncio.Queue[bytes | None] = asyncio.Queue(_BEHIND)
        self._onlookers.add(onlooker)
        try:
            await response.write(b"retry: 500\n\n")
            await self._follow(response, onlooker)
        except ConnectionError:
            pass
        finally:
            self._onlookers.discard(onlooker)
        return response

    async def _follow(
        self, response: web.StreamResponse, onlooker: asyncio.Queue[bytes | None]
    ) -> None:
        while True:
            try:
                line = await asyncio.wait_for(onlooker.get(), _HEARTBEAT)
            except TimeoutError:
                line = b": still here\n\n"
            if line is None:
                return
            await response.write(line)

    def _hear(self, event: Event) -> None:
        if not self._onlookers or event.kind not in SHOWN:
            return
        text = json.dumps(event_view(self._world, event), ensure_ascii=False)
        line = f"data: {text}\n\n".encode(errors="replace")
        for onlooker in self._onlookers:
            try:
                onlooker.put_nowait(line)
            except asyncio.QueueFull:
                _end(onlooker)


def _end(onlooker: asyncio.Queue[bytes | None]) -> None:
    while not onlooker.empty():
        onlooker.get_nowait()
    onlooker.put_nowait(None)
