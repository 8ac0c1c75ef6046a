"""What is settled with Telegram before the first update: who we are, the menus, the way in."""

import asyncio
from typing import Any

import structlog
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.channels.api import BotApi
from bot.channels.polling import backoff
from bot.channels.updates import SUBSCRIBED, Me
from bot.config import Telegram
from bot.errors import StartError
from campaign.messages import Language
from handlers import commands

log = structlog.get_logger(__name__)

_SCOPES: tuple[commands.Scope, ...] = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
)
# Without a language code a menu is for everybody who has none of their own.
_MENU_LANGUAGES: tuple[tuple[str | None, Language], ...] = ((None, "vi"), ("en", "en"))


async def who_am_i(api: BotApi, *, privacy: bool) -> Me:
    """Ask Telegram who the bot is, for as long as it cannot be reached.

    Warns when @BotFather's privacy mode is not as `privacy` says, because then the bot hears
    less, or more, than it is meant to. Raises StartError when the token is not accepted.
    """
    me = await _insist(api, "getMe")
    if me.get("can_read_all_group_messages", False) == privacy:
        log.warning(
            "privacy mode is not as telegram.privacy says; change one of them, and after a change "
            "in @BotFather remove the bot from its groups and add it again",
            privacy="off" if privacy else "on",
        )
    return Me(me["id"], me["username"])


async def publish_menus(api: BotApi) -> None:
    """Set the lists of commands that Telegram's apps show, by scope and language."""
    for scope in _SCOPES:
        for code, language in _MENU_LANGUAGES:
            menu = [
                {"command": name, "description": description}
                for name, description in commands.menu(language, scope)
            ]
            try:
                await api.call(
                    "setMyCommands", commands=menu, scope={"type": scope}, language_code=code
                )
            except TelegramError as error:
                log.warning("menu not set", scope=scope, error=str(error))


async def choose_way_in(api: BotApi, telegram: Telegram) -> None:
    """Register the webhook, or remove the one there is, so that polling is allowed.

    Raises StartError when Telegram refuses.
    """
    if telegram.mode == "polling":
        await _insist(api, "deleteWebhook")
        return
    secret = telegram.webhook_secret
    await _insist(
        api,
        "setWebhook",
        url=telegram.webhook_url,
        secret_token=secret.get_secret_value() if secret else None,
        allowed_updates=SUBSCRIBED,
    )


async def _insist(api: BotApi, method: str, **parameters: Any) -> Any:
    """Call `method` until Telegram is reached; raise StartError when it says no."""
    failures = 0
    while True:
        try:
            return await api.call(method, **parameters)
        except InvalidToken:
            raise StartError(
                "Telegram does not accept the token: check telegram.token (LOA_TELEGRAM__TOKEN), "
                "and telegram.base_url if it is another server's"
            ) from None
        except BadRequest as error:
            raise StartError(f"Telegram refuses {method}: {error}") from None
        except TelegramError as error:
            failures += 1
            seconds = backoff(error, failures)
            log.warning("Telegram cannot be reached", error=str(error), seconds=round(seconds, 1))
            await asyncio.sleep(seconds)
