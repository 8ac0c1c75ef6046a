"""Long polling, and the account itself."""

import asyncio
from typing import Any

from sandbox.bots import Bot
from sandbox.calls import Call
from sandbox.errors import ApiError, bad_request, conflict
from sandbox.events import Event
from sandbox.people import Json

_LONGEST = 50
_BATCH = 100


def get_me(call: Call) -> Json:
    """Do getMe."""
    return call.bot.as_json()


def log_out(call: Call) -> bool:
    """Do logOut: every later call of this bot is answered "Logged out"."""
    call.bot.logged_out = True
    end_poll(call.bot, ApiError(400, "Logged out"))
    return True


async def get_updates(call: Call) -> list[Any]:
    """Do getUpdates: confirm, and wait up to `timeout` s when nothing is there."""
    bot = call.bot
    if bot.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    end_poll(
        bot,
        conflict(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        ),
    )
    bot.updates.allow(allowed_updates(call))
    offset = call.integer("offset")
    limit = min(max(call.integer("limit", _BATCH), 1), _BATCH)
    timeout = min(max(call.integer("timeout"), 0), _LONGEST)
    batch = bot.updates.take(offset, limit)
    if not batch and timeout:
        await _arrival(call, timeout)
        batch = bot.updates.take(offset, limit)
    return batch


async def _arrival(call: Call, seconds: float) -> None:
    bot = call.bot
    poll = bot.poll = asyncio.get_running_loop().create_future()
    call.world.emit(Event("polling"))
    try:
        await asyncio.wait_for(poll, seconds)
    except TimeoutError:
        pass
    finally:
        if bot.poll is poll:
            bot.poll = None


def end_poll(bot: Bot, reason: ApiError) -> None:
    """End the poll that is under way, if any, with `reason`."""
    if bot.poll and not bot.poll.done():
        bot.poll.set_exception(reason)
    bot.poll = None


def allowed_updates(call: Call) -> list[str] | None:
    """Return the `allowed_updates` of a call; None when it does not choose."""
    kinds = call.json("allowed_updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    return [kind for kind in kinds if isinstance(kind, str)]
