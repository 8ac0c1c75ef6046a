"""The chat page: HTML, a style sheet and scripts as they are written, under a strict policy."""

from pathlib import Path

from aiohttp import web

from sandbox.world import World

_FOLDER = Path(__file__).parent / "page"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_FILES = frozenset(path.name for path in _FOLDER.iterdir())
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class Page:
    """Serves the page and the pictures that were sent in `world`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page."""
        return [
            web.get("/", self._index),
            web.get("/page/{name}", self._file),
            web.get("/sandbox/files/{file_id}", self._sent),
        ]

    async def _index(self, _request: web.Request) -> web.Response:
        return _static("index.html")

    async def _file(self, request: web.Request) -> web.Response:
        return _static(request.match_info["name"])

    async def _sent(self, request: web.Request) -> web.Response:
        file = self._world.files.get(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        kind = file.mime_type if file.mime_type in {"image/png", "image/jpeg"} else ""
        return web.Response(
            body=file.data, content_type=kind or "application/octet-stream", headers=_HEADERS
        )


def _static(name: str) -> web.Response:
    if name not in _FILES:
        raise web.HTTPNotFound
    path = _FOLDER / name
    return web.Response(
        text=path.read_text("utf-8"), content_type=_TYPES[path.suffix], headers=_HEADERS
    )
