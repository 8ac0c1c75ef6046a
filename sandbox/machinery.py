"""The orders that `/sandbox/…` knows of the machinery: updates, limits, faults, clock and day."""

import datetime

from sandbox.control import Handler, Order
from sandbox.faults import Fault
from sandbox.limits import OVERALL, PER_CHAT, PER_GROUP, Limits, Rate
from sandbox.people import Json
from sandbox.views import bot_view


def inject(order: Order) -> Json:
    """Take `payload`, sent as it is, or `repeat`, the id of a recent update."""
    updates = order.world.bot.updates
    if "repeat" in order.body:
        updates.repeat(order.body["repeat"])
    else:
        updates.inject(order.body["payload"])
    return {"pending": len(updates)}


def set_privacy(order: Order) -> Json:
    """Take `privacy`: BotFather's switch; groups follow when the bot joins them anew."""
    order.world.bot.privacy = bool(order.body["privacy"])
    return bot_view(order.world.bot)


def set_limits(order: Order) -> None:
    """Take `per_chat`, `per_group`, `overall`, each `[count, seconds]`, or `off`."""
    body = order.body
    order.world.limits = None
    if not body.get("off"):
        order.world.limits = Limits(
            *(Rate(*body[name]) if name in body else usual for name, usual in _USUAL_LIMITS.items())
        )


_USUAL_LIMITS = {"per_chat": PER_CHAT, "per_group": PER_GROUP, "overall": OVERALL}


def add_fault(order: Order) -> None:
    """Take the fields of sandbox.faults.Fault."""
    order.world.faults.add(Fault(**order.body))


def show_refusals(order: Order) -> Json:
    """Return how many calls were answered with an error, by its code ("429")."""
    return {str(code): count for code, count in order.world.refusals.items()}


def clear_faults(order: Order) -> None:
    """Forget every fault."""
    order.world.faults.clear()


def show_clock(order: Order) -> Json:
    """Return `now` in UNIX seconds."""
    return {"now": order.clock()}


def set_clock(order: Order) -> Json:
    """Take `now` (UNIX seconds) or `advance` (seconds)."""
    if "now" in order.body:
        order.clock.set(float(order.body["now"]))
    else:
        order.clock.advance(float(order.body["advance"]))
    return show_clock(order)


def show_day(order: Order) -> Json:
    """Return the picked `day`, ISO, or null."""
    return {"day": order.days.day.isoformat() if order.days.day else None}


async def set_day(order: Order) -> Json:
    """Take `day`, ISO: the bot's clock follows, in a demo."""
    await order.days.pick(datetime.date.fromisoformat(order.body["day"]))
    return show_day(order)


MACHINERY: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "updates", inject),
    ("PUT", "privacy", set_privacy),
    ("PUT", "limits", set_limits),
    ("POST", "faults", add_fault),
    ("DELETE", "faults", clear_faults),
    ("GET", "refusals", show_refusals),
    ("GET", "clock", show_clock),
    ("PUT", "clock", set_clock),
    ("GET", "day", show_day),
    ("PUT", "day", set_day),
)
