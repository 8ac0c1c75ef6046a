"""`python -m sandbox`: a local Telegram for bots under development."""

import argparse
import asyncio
import contextlib

from sandbox.server import TOKEN, Sandbox


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free one")
    parser.add_argument("--token", default=TOKEN, help="of the bot; %(default)s if not given")
    parser.add_argument("--username", default="htx_bot")
    parser.add_argument("--name", default="Loa")
    parser.add_argument("--no-privacy", action="store_true", help="the bot reads all of a group")
    return parser.parse_args()


async def _run(arguments: argparse.Namespace) -> None:
    async with Sandbox(
        arguments.port,
        arguments.token,
        host=arguments.host,
        username=arguments.username,
        name=arguments.name,
        privacy=not arguments.no_privacy,
    ) as sandbox:
        print(f"page {sandbox.url}/  Bot API base_url {sandbox.base_url}", flush=True)  # noqa: T201 (says where it listens)
        await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(_arguments()))
