import datetime
import os
from pathlib import Path

import pytest

from bot.config import Config, ConfigError, RunConfig, load
from campaign.outreach.reminders import Schedule

TOKEN = "123456:AAE-this_is_only_a_made_up_token_1234"
HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("LOA_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def problems(kind: type[Config], file: Path | None = None) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(kind, file)
    return caught.value.problems


def written(text: str, name: str = "config.toml") -> Path:
    file = Path(name)
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_and_without_variables_the_defaults_hold() -> None:
    config = load(Config)
    assert config.telegram.base_url == "https://api.telegram.org/bot"
    assert config.telegram.mode == "polling"
    assert config.telegram.token is None


def test_config_toml_of_the_working_folder_is_read() -> None:
    written("[web]\nport = 9000\n")
    assert load(Config).web.port == 9000


def test_loa_config_names_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    written("[web]\nport = 9000\n")
    monkeypatch.setenv("LOA_CONFIG", str(written("[web]\nport = 9001\n", "other.toml")))
    assert load(Config).web.port == 9001


def test_a_file_that_was_asked_for_wins_over_loa_config(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_CONFIG", str(written("[web]\nport = 9001\n", "other.toml")))
    assert load(Config, written("[web]\nport = 9002\n", "asked.toml")).web.port == 9002


def test_the_environment_wins_key_by_key(monkeypatch: pytest.MonkeyPatch) -> None:
    written('[telegram]\nbase_url = "http://localhost:1/bot"\nowners = [1]\nprivacy = false\n')
    monkeypatch.setenv("LOA_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("LOA_TELEGRAM__BASE_URL", "http://localhost:2/bot")
    monkeypatch.setenv("LOA_TELEGRAM__OWNERS", "[42, 43]")
    monkeypatch.setenv("LOA_DATABASE__URL", "sqlite:///other.db")
    monkeypatch.setenv("LOA_TODAY", "2024-03-08")
    config = load(RunConfig)
    assert config.telegram.token.get_secret_value() == TOKEN
    assert config.telegram.base_url == "http://localhost:2/bot"
    assert config.telegram.owners == (42, 43)
    assert config.telegram.privacy is False
    assert config.database.url == "sqlite:///other.db"
    assert config.today == datetime.date(2024, 3, 8)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_TELEGRAM__PROXY", "")
    assert load(Config).telegram.proxy is None


def test_every_problem_is_reported_at_once_with_its_key_and_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written(
        '[telegram]\nmode = "pigeon"\nbase_url = "api.telegram.org"\ntokn = "x"\n'
        '[web]\nport = 99999\n[logs]\nlevel = "loud"\n[wether]\nsunny = true\n'
    )
    monkeypatch.setenv("LOA_TELEGRAM__OWNERS", "me")
    monkeypatch.setenv("LOA_TODAY", "2024-02-30")
    found = problems(RunConfig)
    assert sorted(line.split(": ")[0] for line in found) == [
        "logs.level",
        "telegram.base_url",
        "telegram.mode",
        "telegram.owners",
        "telegram.token",
        "telegram.tokn",
        "today",
        "web.port",
        "wether",
    ]
    assert "telegram.mode: should be 'polling' or 'webhook' (environment: LOA_TELEGRAM__MODE)" in (
        found
    )
    assert "telegram.token: required (environment: LOA_TELEGRAM__TOKEN)" in found
    assert "telegram.tokn: unknown key (environment: LOA_TELEGRAM__TOKN)" in found
    assert all("\n" not in line for line in found)


def test_webhook_mode_needs_its_address_and_secret() -> None:
    written('[telegram]\nmode = "webhook"\n')
    assert [line.split(" (")[0] for line in problems(Config)] == [
        'telegram.webhook_url: required when mode is "webhook"',
        'telegram.webhook_secret: required when mode is "webhook"',
    ]


def test_only_running_needs_a_token() -> None:
    assert load(Config).telegram.token is None
    assert problems(RunConfig) == ["telegram.token: required (environment: LOA_TELEGRAM__TOKEN)"]


@pytest.mark.parametrize("token", ["abc", "123:", "123:a/b", "123:a b", f"{TOKEN}\n"])
def test_what_is_no_token_is_refused_and_never_repeated(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOA_TELEGRAM__TOKEN", token)
    (line,) = problems(RunConfig)
    assert line.startswith("telegram.token: should look like 123456:ABC-def")
    assert token.strip() not in line.replace("123456:ABC", "")


def test_a_socks_proxy_is_refused_without_showing_its_password() -> None:
    written('[telegram]\nproxy = "socks5://me:hunter2@localhost:1080"\n')
    (line,) = problems(Config)
    assert line.startswith("telegram.proxy: should be like http://host:port")
    assert "hunter2" not in line


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("base_url", "http://localhost:99999/bot"),
        ("base_url", "http://local host/bot"),
        ("base_url", "http://localhost/{it}/bot"),
        ("base_url", "http://{token}/bot"),
        ("proxy", "http://me:hunter2@localhost:port"),
        ("proxy", "http://[localhost"),
        ("webhook_url", "https://bot.example.vn:443x/telegram"),
        ("webhook_url", "https://bot.example.vn/{bot"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(key: str, address: str) -> None:
    written(f"[telegram]\n{key} = '{address}'\n")
    (line,) = problems(Config)
    assert line.startswith(f"telegram.{key}: should be like http")
    assert "hunter2" not in line


def test_the_token_may_have_its_place_in_the_address() -> None:
    written("[telegram]\nbase_url = 'http://localhost:8081/bots/{token}'\n")
    assert load(Config).telegram.base_url.endswith("{token}")


def test_secrets_do_not_show_when_the_configuration_is_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOA_TELEGRAM__TOKEN", TOKEN)
    assert TOKEN not in repr(load(RunConfig))


def test_broken_toml_is_one_line_with_its_place() -> None:
    file = written('[telegram]\ntoken = "never closed\n')
    (line,) = problems(Config, file)
    assert line.startswith("config.toml: not valid TOML: ")
    assert "line 2" in line


@pytest.mark.parametrize(("content", "said"), [(b"\xff\xfe", "not UTF-8 at byte 0")])
def test_a_file_of_another_encoding_is_one_line(content: bytes, said: str) -> None:
    Path("config.toml").write_bytes(content)
    assert problems(Config) == [f"config.toml: {said}"]


@pytest.mark.parametrize("value", ["[" * 100_000, "9" * 5_000])
def test_what_python_cannot_read_is_one_line(value: str) -> None:
    assert problems(Config, written(f"today = {value}\n")) == [
        "config.toml: lists too deep or a number too long to read"
    ]


def test_a_file_saved_by_windows_is_read() -> None:
    Path("config.toml").write_bytes(b"\xef\xbb\xbf[web]\r\nport = 9000\r\n")
    assert load(Config).web.port == 9000


def test_a_file_that_was_asked_for_and_is_absent_is_one_line() -> None:
    assert problems(Config, Path("nowhere.toml")) == ["nowhere.toml: No such file or directory"]


def test_a_section_variable_that_is_not_json_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_TELEGRAM", "nonsense")
    (line,) = problems(Config)
    assert "telegram" in line


def test_a_configuration_cannot_be_changed() -> None:
    config = load(Config)
    with pytest.raises(ValueError, match="frozen"):
        config.web.port = 1  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize("owners", ["5", "me", '"5"', "[" * 100_000])
def test_owners_that_are_no_list_are_told_what_one_looks_like(
    owners: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOA_TELEGRAM__OWNERS", owners)
    assert problems(Config) == [
        "telegram.owners: expected a JSON list of user ids such as [123456] "
        "(environment: LOA_TELEGRAM__OWNERS)"
    ]


def test_a_variable_with_one_underscore_too_few_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_TELEGRAM_TOKEN", TOKEN)
    assert problems(RunConfig) == [
        "telegram.token: required (environment: LOA_TELEGRAM__TOKEN)",
        "LOA_TELEGRAM_TOKEN: unknown environment variable; did you mean LOA_TELEGRAM__TOKEN?",
    ]


def test_no_known_variable_is_called_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("loa_telegram__token", TOKEN)
    monkeypatch.setenv("LOA_WEB", '{"port": 1}')
    monkeypatch.setenv("LOA_CONFIG", str(written("", "other.toml")))
    monkeypatch.setenv("LOA_TODAY", "2024-03-11")
    monkeypatch.setenv("LOA_ELSEWHERE", "")
    assert load(RunConfig).web.port == 1


def test_a_campaign_reminds_as_all_do_but_for_what_it_says() -> None:
    written("[reminders]\nhour = 09:00:00\ncampaigns = { song-xanh = { deadline_days = [2] } }\n")
    reminders = load(Config).reminders
    assert reminders.schedule("song-xanh") == Schedule(datetime.time(9), (2,))
    assert reminders.schedule("nui-cao") == Schedule(datetime.time(9))


def test_reminders_are_configured_by_variables_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_REMINDERS__HOUR", "07:30")
    monkeypatch.setenv("LOA_REMINDERS__START_DAYS", "[3]")
    monkeypatch.setenv("LOA_REMINDERS__CAMPAIGNS", '{"song-xanh": {"digest": false}}')
    schedule = load(Config).reminders.schedule("song-xanh")
    assert schedule == Schedule(datetime.time(7, 30), start_days=(3,), digest=False)


def test_nobody_is_reminded_at_night_or_before_time_began() -> None:
    file = written("[reminders]\nhour = 22:00:00\ndeadline_days = [-1]\nstart_days = 7\n")
    assert [line.partition(" (env")[0] for line in problems(Config, file)] == [
        "reminders.hour: should be between 06:30 and 21:00, in Vietnam",
        "reminders.deadline_days.0: should be greater than or equal to 0",
        "reminders.start_days: should be a valid tuple",
    ]
