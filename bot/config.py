"""Configuration: `config.toml`, overridden by `LOA_…` environment variables, checked as a whole."""

import datetime
import os
import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    Field,
    HttpUrl,
    SecretStr,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.config_reminders import Reminders
from bot.config_sections import Section, list_of

DEFAULT_FILE = Path("config.toml")
SHIPPED_PLANS = Path(__file__).resolve().parent.parent / "plans"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_URL = TypeAdapter(HttpUrl)
_HTTP = re.compile(r"https?://[^\s{}/][^\s{}]*")  # aiohttp's routes give braces a meaning


class ConfigError(Exception):
    """The configuration cannot be used; `problems` has one readable line for each thing wrong."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Telegram(Section):
    """How to reach Telegram and how Telegram reaches the bot."""

    token: SecretStr | None = Field(None, description="from @BotFather; needed by `loa run`")
    base_url: str = Field(
        "https://api.telegram.org/bot", description="of the Bot API server, up to the token"
    )
    owners: Annotated[tuple[int, ...], NoDecode, list_of("user ids such as [123456]")] = Field(
        (), description="user ids of those who run this bot"
    )
    proxy: SecretStr | None = Field(None, description="http://[user:password@]host:port")
    privacy: bool = Field(
        default=True, description="whether @BotFather's privacy mode is meant to be on"
    )
    messages_per_second: int = Field(
        30, ge=1, le=10_000, description="how many messages Telegram allows in all"
    )
    mode: Literal["polling", "webhook"] = Field(
        "polling", description="how updates arrive: fetched, or posted to webhook_url"
    )
    webhook_url: str | None = Field(None, description="where Telegram posts updates")
    webhook_secret: SecretStr | None = Field(
        None, description="what Telegram shows to prove that it is Telegram"
    )

    @field_validator("token")
    @classmethod
    def _like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        return _matching(_TOKEN, value, "should look like 123456:ABC-def, as @BotFather gave it")

    @field_validator("base_url")
    @classmethod
    def _takes_a_token(cls, value: str) -> str:
        full = value.replace("{token}", "")
        if not _is_address(full) or not (value.endswith("/bot") or "{token}" in value):
            raise ValueError("should be like https://api.telegram.org/bot")
        return value

    @field_validator("proxy")
    @classmethod
    def _speaks_http(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _is_address(value.get_secret_value()):
            raise ValueError("should be like http://host:port")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _reachable(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("mode") == "webhook":
            raise ValueError('required when mode is "webhook"')
        if value is not None and not _is_address(value):
            raise ValueError("should be like https://bot.example.vn/telegram")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _as_telegram_allows(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("mode") == "webhook":
            raise ValueError('required when mode is "webhook"')
        return _matching(_SECRET, value, "should be 1 to 256 of the characters A-Z a-z 0-9 _ -")


def _matching(pattern: re.Pattern[str], value: SecretStr | None, expected: str) -> SecretStr | None:
    if value is not None and not pattern.fullmatch(value.get_secret_value()):
        raise ValueError(expected)
    return value


def _is_address(value: str) -> bool:
    """Say whether `value` is an address of HTTP, with a host and a port that there can be."""
    try:
        _URL.validate_python(value)
    except ValidationError:
        return False
    return bool(_HTTP.fullmatch(value))


class RunningTelegram(Telegram):
    """The same for a bot that really connects."""

    token: SecretStr


class Database(Section):
    """Where everything is kept."""

    url: str = Field(
        "sqlite:///loa.db", description="SQLite's file, or postgresql://user:password@host/name"
    )


class Web(Section):
    """Where the bot itself listens, for webhooks and /healthz."""

    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8080, ge=0, le=65535, description="port to listen on; 0 takes a free one")


class Campaigns(Section):
    """Which plans the bot knows."""

    default: str | None = Field(None, description="campaign of chats that chose none")
    second_approver: bool = Field(
        default=False, description="whether a second person must let an announcement go"
    )
    folder: Path = Field(SHIPPED_PLANS, description="folder of the plan files")


class Logs(Section):
    """What is written to standard error while running."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="the least important that is written"
    )
    format: Literal["json", "console"] = Field("json", description="for machines or for eyes")


class Settings(BaseSettings):
    """Some of what can be configured. The environment wins over the file."""

    model_config = SettingsConfigDict(
        env_prefix="LOA_",
        env_nested_delimiter="__",
        env_ignore_empty=True,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the environment above what `load` read from the file, and ask nothing else."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings


class TodayConfig(Settings, extra="ignore"):
    """The day alone, for commands that need nothing else."""

    today: datetime.date | None = None


class Config(Settings):
    """Everything that can be configured."""

    telegram: Telegram = Telegram()
    database: Database = Database()
    web: Web = Web()
    campaigns: Campaigns = Campaigns()
    reminders: Reminders = Reminders()
    logs: Logs = Logs()
    today: datetime.date | None = Field(
        None, description="sets the clock to this day at start, for trials"
    )


class RunConfig(Config):
    """The configuration of a bot that really connects: it has a token."""

    # An empty section is validated, so that the error names telegram.token.
    telegram: RunningTelegram = Field(default_factory=dict, validate_default=True)


AnySettings = TypeVar("AnySettings", bound=Settings)


def load(kind: type[AnySettings], file: Path | None = None) -> AnySettings:
    """Read `file`, or else LOA_CONFIG, or else `config.toml` where there is one.

    Raises ConfigError with every problem at once; for a bot that really connects, a variable
    LOA_… that means nothing is one.
    """
    chosen = file or (Path(os.environ["LOA_CONFIG"]) if os.environ.get("LOA_CONFIG") else None)
    if chosen is None and DEFAULT_FILE.is_file():
        chosen = DEFAULT_FILE
    values = _read(chosen) if chosen else {}
    problems = list(_unknown_variables()) if issubclass(kind, RunConfig) else []
    try:
        config = kind(**values)
    except ValidationError as error:
        raise ConfigError([*map(_line, error.errors()), *problems]) from None
    except SettingsError as error:  # a whole section in one variable, and not JSON
        raise ConfigError([str(error), *problems]) from None
    if problems:
        raise ConfigError(problems)
    return config


def _unknown_variables() -> Iterator[str]:
    """Tell of those outside all sections, which pydantic-settings does not look at."""
    known = ["LOA_CONFIG"]
    for name, field in Config.model_fields.items():
        known.append(f"LOA_{name}".upper())
        if isinstance(field.default, BaseModel):
            known += [f"LOA_{name}__{key}".upper() for key in type(field.default).model_fields]
    for variable in sorted(filter(os.environ.get, os.environ)):
        outer = variable.upper().partition("__")[0]
        if outer.startswith("LOA_") and outer not in known:
            near = get_close_matches(variable.upper(), known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            yield f"{variable}: unknown environment variable{hint}"


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{file}: not valid TOML: {error}"]) from None
    except UnicodeDecodeError as error:
        raise ConfigError([f"{file}: not UTF-8 at byte {error.start}"]) from None
    except (RecursionError, ValueError):
        raise ConfigError([f"{file}: lists too deep or a number too long to read"]) from None
    except OSError as error:
        raise ConfigError([f"{file}: {error.strerror}"]) from None


def _line(detail: ErrorDetails) -> str:
    path = [str(part) for part in detail["loc"]]
    variable = "LOA_" + "__".join(path[:2]).upper()
    return f"{'.'.join(path)}: {_expected(detail)} (environment: {variable})"


def _expected(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return "required"
    if detail["type"] == "extra_forbidden":
        return "unknown key"
    message = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return message.replace("\n", " ")
