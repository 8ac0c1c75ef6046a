"""Setting up where updates are posted to."""

import re

from sandbox.bots import Webhook
from sandbox.calls import Call, Described
from sandbox.errors import bad_request, conflict
from sandbox.events import Event
from sandbox.methods.receiving import allowed_updates, end_poll
from sandbox.people import Json
from sandbox.updates import BY_DEFAULT

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_SECRET_LENGTH = 256
_CONNECTIONS = 40
_MOST_CONNECTIONS = 100
_URL = re.compile(r"https?://[^\s/?#]+(?:[/?#]\S*)?$")


def set_webhook(call: Call) -> Described:
    """Do setWebhook. Like a Bot API server of one's own, it takes http, any host and any port."""
    url = call.text("url").strip()
    if not url:
        return delete_webhook(call)
    if not _URL.match(url):
        raise bad_request("invalid webhook URL specified")
    bot = call.bot
    webhook = Webhook(url, _secret(call), _connections(call))
    bot.updates.allow(allowed_updates(call))
    _drop_pending(call)
    if bot.webhook and _settings(bot.webhook) == _settings(webhook):
        return Described(True, "Webhook is already set")
    end_poll(bot, conflict("terminated by setWebhook request"))
    bot.webhook = webhook
    call.world.emit(Event("webhook", body=bot))
    return Described(True, "Webhook was set")


def delete_webhook(call: Call) -> Described:
    """Do deleteWebhook."""
    bot = call.bot
    _drop_pending(call)
    if bot.webhook is None:
        return Described(True, "Webhook is already deleted")
    bot.webhook = None
    call.world.emit(Event("webhook", body=bot))
    return Described(True, "Webhook was deleted")


def get_webhook_info(call: Call) -> Json:
    """Do getWebhookInfo; without a webhook, `url` is empty."""
    bot = call.bot
    webhook = bot.webhook
    body: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(bot.updates),
    }
    if webhook:
        body["max_connections"] = webhook.max_connections
        if webhook.last_error_date is not None:
            body["last_error_date"] = webhook.last_error_date
            body["last_error_message"] = webhook.last_error
    if bot.updates.allowed != BY_DEFAULT:
        body["allowed_updates"] = sorted(bot.updates.allowed)
    return body


def _settings(webhook: Webhook) -> tuple[str, str, int]:
    return webhook.url, webhook.secret, webhook.max_connections


def _secret(call: Call) -> str:
    secret = call.text("secret_token")
    if len(secret) > _SECRET_LENGTH:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _connections(call: Call) -> int:
    return min(max(call.integer("max_connections", _CONNECTIONS), 1), _MOST_CONNECTIONS)


def _drop_pending(call: Call) -> None:
    if call.flag("drop_pending_updates"):
        call.bot.updates.clear()
