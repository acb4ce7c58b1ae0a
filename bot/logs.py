"""Structured logs, for people or for machines; tokens are masked."""

import logging
import re
import sys
from typing import Any

import structlog

TOKEN = re.compile(r"(?<!\d)\d{3,20}:[A-Za-z0-9_-]{30,50}")
"""Also within `/bot<token>/`, where no word boundary is."""
QUIETER = ("apscheduler", "aiosqlite", "asyncio")
"""Libraries that log every update or tick."""


def blot_out_tokens(_logger: Any, _name: str, line: Any) -> str:
    """Mask everything in a finished line, tracebacks included, that looks like a bot's token."""
    return TOKEN.sub("<token>", str(line))


def _renderers(form: str) -> list[Any]:
    """Return the processors that turn an event into a line."""
    if form == "json":
        json = structlog.processors.JSONRenderer(ensure_ascii=False)
        return [structlog.processors.format_exc_info, json]
    colors, plain = sys.stderr.isatty(), structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=plain)]


def configure(level: str, form: str) -> None:
    """Send the logs of the bot and its libraries to stderr: `form` is console or json."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_renderers(form),
                blot_out_tokens,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in QUIETER:
        logging.getLogger(name).setLevel(logging.WARNING)
