"""python-telegram-bot's requests over aiohttp, several times as fast as over its default, httpx."""

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_DEFAULT: Any = BaseRequest.DEFAULT_NONE
_NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)


class NotSentError(NetworkError):
    """The request never left this machine, so repeating it cannot do anything twice."""


class AiohttpRequest(BaseRequest):
    """`connections` at most are open at once; all timeouts are in seconds.

    A connection that cannot be had raises NotSentError. After that the outcome is unknown:
    telegram.error.TimedOut when no answer came in time, NetworkError when the connection broke.
    `write_timeout` is ignored: sending is covered by `read_timeout`.
    """

    def __init__(
        self,
        connections: int = 64,
        proxy: str | None = None,
        read_timeout: float = 10,
        connect_timeout: float = 5,
        pool_timeout: float = 5,
    ) -> None:
        self._connections = connections
        self._proxy = proxy
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds, unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, limit_per_host=0)
            self._session = aiohttp.ClientSession(
                connector=connector, headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        """Close the connection pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917  # as BaseRequest has it
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _DEFAULT,
        write_timeout: Any = _DEFAULT,
        connect_timeout: Any = _DEFAULT,
        pool_timeout: Any = _DEFAULT,
    ) -> tuple[int, bytes]:
        """Return the status and the body. Messages of errors never contain the URL."""
        del write_timeout
        if self._session is None:
            raise RuntimeError("this AiohttpRequest is not initialized")
        try:
            async with self._session.request(
                method,
                url,
                proxy=self._proxy,
                allow_redirects=False,
                timeout=self._timeout(read_timeout, connect_timeout, pool_timeout),
                **_body(request_data),
            ) as response:
                return response.status, await response.read()
        except _NOT_SENT as error:
            raise NotSentError(f"no connection: {type(error).__name__}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error

    def _timeout(
        self, read: float | None, connect: float | None, pool: float | None
    ) -> aiohttp.ClientTimeout:
        read = self._read_timeout if read is _DEFAULT else read
        connect = self._connect_timeout if connect is _DEFAULT else connect
        pool = self._pool_timeout if pool is _DEFAULT else pool
        # aiohttp's "connect" is waiting for a free place in the pool and connecting together.
        both = None if connect is None or pool is None else connect + pool
        return aiohttp.ClientTimeout(connect=both, sock_connect=connect, sock_read=read)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer. Unlike the inherited one it does not log it, as it may hold messages."""
        try:
            answer = json.loads(payload)
        except ValueError:
            raise TelegramError("the server's answer is not JSON") from None
        if not isinstance(answer, dict):
            raise TelegramError("the server's answer is not a JSON object")
        return answer


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        body = json.dumps(data.parameters, ensure_ascii=False).encode()
        return {"data": body, "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData(data.json_parameters)
    for field, (name, content, media_type) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=media_type)
    return {"data": form}
