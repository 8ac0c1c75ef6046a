"""Structured logs on standard error, in which no secret can appear."""

import json
import logging
import re
import sys
from collections.abc import Iterable
from typing import Literal, TextIO
from urllib.parse import quote

import structlog
from structlog.typing import EventDict, Processor

# A bot token, also inside a URL ("/bot123:ABC/getMe") and percent-encoded. (Bot API, Authorizing)
_TOKEN = re.compile(r"\d+(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
_HIDDEN = "[hidden]"


class Scrubber:
    """Takes secrets out of a finished line: whatever looks like a token, and what is given."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        forms = {form for secret in secrets if secret for form in _as_written(secret)}
        longest_first = sorted(forms, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if forms else None

    def __call__(self, line: str) -> str:
        """Return `line` with every secret hidden."""
        if self._known:
            line = self._known.sub(_HIDDEN, line)
        return _TOKEN.sub(_HIDDEN, line)


def _as_written(secret: str) -> tuple[str, ...]:
    """Return `secret` as it is, inside JSON, and inside a URL."""
    return secret, json.dumps(secret, ensure_ascii=False)[1:-1], quote(secret, safe="")


def set_up(
    level: Literal["debug", "info", "warning", "error"],
    form: Literal["json", "console"],
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Send all logs, the libraries' and warnings too, to `stream` (standard error) as `form`.

    The last step scrubs the finished line, so that nothing gets around it: no traceback, no URL,
    no library's own message.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(form, Scrubber(secrets)))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # At DEBUG python-telegram-bot writes every message's text.
    logging.getLogger("telegram").setLevel(max(logging.INFO, root.level))
    # At INFO alembic tells of its own set-up.
    logging.getLogger("alembic").setLevel(max(logging.WARNING, root.level))
    # At INFO the scheduler writes two lines for each tick, which is every second.
    logging.getLogger("apscheduler").setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _formatter(form: Literal["json", "console"], scrub: Scrubber) -> logging.Formatter:
    def scrubbed(_logger: object, _method: str, line: EventDict) -> str:
        return scrub(str(line))

    render: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.ExtraAdder()],
        processors=[
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            render,
            scrubbed,
        ],
    )
