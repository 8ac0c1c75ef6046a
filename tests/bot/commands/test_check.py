import sqlite3
from contextlib import closing

import pytest

from bot.config import SHIPPED_PLANS
from storage.database import VERSIONS, Database
from tests.bot.commands.terminal import Terminal

TOKEN = "123456:AAE-this_is_only_a_made_up_token_1234"


@pytest.fixture(autouse=True)
def sound(terminal: Terminal) -> None:
    terminal.set("LOA_TELEGRAM__TOKEN", TOKEN)
    terminal.set("LOA_CAMPAIGNS__DEFAULT", "nam-dinh-2024")


def test_what_is_in_order_is_told(terminal: Terminal) -> None:
    ended = terminal.loa("check")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "configuration: polling at https://api.telegram.org/bot",
        "campaign hai-duong-2024: 5 activities",
        "campaign nam-dinh-2024: 12 activities",
        "campaign of chats that chose none: nam-dinh-2024",
        f"database: {terminal.folder / 'loa.db'}, new",
    ]
    assert not (terminal.folder / "loa.db").exists()


def test_a_database_that_is_there_is_looked_at_and_left_alone(terminal: Terminal) -> None:
    file = terminal.folder / "loa.db"
    database = Database(f"sqlite:///{file}")
    database.upgrade()
    database.close()
    before = file.read_bytes()
    assert terminal.loa("check").out.splitlines()[-1] == f"database: {file}"
    assert file.read_bytes() == before


def test_every_problem_is_told_at_once(terminal: Terminal) -> None:
    terminal.set("LOA_TELEGRAM__TOKEN", "")
    terminal.write("broken.toml", "title = ")
    terminal.write(
        "config.toml", "[web]\nport = 'x'\n[campaigns]\nfolder = '.'\n[database]\nurl = 'pg://x'\n"
    )
    ended = terminal.loa("check")
    assert (ended.status, ended.out) == (1, "")
    told = ended.err.splitlines()
    assert [line.split(":")[1].strip() for line in told[:3]] == [
        "telegram.token",
        "web.port",
        "broken.toml",
    ]
    assert all(line.startswith("loa: ") for line in told)
    assert "pg" in ended.err


def test_a_problem_of_one_section_is_told_once(terminal: Terminal) -> None:
    terminal.write("config.toml", "[campaigns]\nfoldr = '.'\n")
    told = terminal.loa("check").err.splitlines()
    assert len([line for line in told if "campaigns.foldr" in line]) == 1


def test_broken_toml_is_told_once_and_with_its_line(terminal: Terminal) -> None:
    terminal.write("config.toml", "[web\n")
    ended = terminal.loa("check")
    assert ended.status == 1
    assert ended.err.startswith("loa: config.toml: not valid TOML: ")
    assert ended.err.count("\n") == 1


def test_a_default_campaign_that_is_not_there_is_told(terminal: Terminal) -> None:
    terminal.set("LOA_CAMPAIGNS__DEFAULT", "x")
    assert "campaigns.default: no plan x; there are: hai-duong-2024" in terminal.loa("check").err


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"no database at all, but long enough\n" * 99, "is not a SQLite database")],
)
def test_a_file_that_is_no_database_is_told(content: bytes, said: str, terminal: Terminal) -> None:
    (terminal.folder / "loa.db").write_bytes(content)
    ended = terminal.loa("check")
    assert ended.status == 1
    assert said in ended.err


def test_a_database_of_a_newer_loa_is_told_by_its_own_name(terminal: Terminal) -> None:
    file = terminal.folder / "loa.db"
    database = Database(f"sqlite:///{file}")
    database.upgrade()
    database.close()
    with closing(sqlite3.connect(file)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    ended = terminal.loa("check")
    assert ended.status == 1
    assert str(file) in ended.err
    assert "copy" not in ended.err


def test_a_folder_that_is_not_there_is_told(terminal: Terminal) -> None:
    terminal.set("LOA_DATABASE__URL", f"sqlite:///{terminal.folder}/no/loa.db")
    ended = terminal.loa("check")
    assert ended.status == 1
    assert "its folder is not writable" in ended.err


def test_the_shipped_plans_are_found_from_anywhere() -> None:
    assert list(SHIPPED_PLANS.glob("*.toml"))


def test_a_database_on_a_server_is_looked_at_and_left_alone(
    terminal: Terminal, postgresql_url: str
) -> None:
    terminal.set("LOA_DATABASE__URL", postgresql_url)
    with closing(Database(postgresql_url)) as database:
        assert told_of_the_database(terminal) == f"database: {database.name}, new"
        assert told_of_the_database(terminal) == f"database: {database.name}, new"

        database.upgrade()
        assert told_of_the_database(terminal) == f"database: {database.name}"

        with database.begin() as unit:
            unit.connection.execute(VERSIONS.update().values(version_num="0001"))
        assert told_of_the_database(terminal) == (
            f"database: {database.name}, brought up to date at the next start"
        )
        assert database.state() == "older"


def told_of_the_database(terminal: Terminal) -> str:
    ended = terminal.loa("check")
    assert (ended.status, ended.err) == (0, "")
    return ended.out.splitlines()[-1]


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_server_that_is_not_there_is_told_without_the_password(
    command: str, terminal: Terminal
) -> None:
    terminal.set("LOA_DATABASE__URL", "postgresql://bot:secret@127.0.0.1:1/loa")
    ended = terminal.loa(command)
    assert ended.status == 1
    assert ended.err.splitlines()[-1] == (
        "loa: database postgresql://bot:***@127.0.0.1:1/loa cannot be reached: Connection refused"
    )
    assert "secret" not in ended.err


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize(
    "url",
    [
        "sqlite+foo:///x",
        "sqlite+aiosqlite://",
        "sqlite:///x?timeout=abc",
        "sqlite://host/x",
        "sqlite://host:port/x",
        "postgresql://bot:p@ss@host/x",
        "x",
    ],
)
def test_a_database_url_that_cannot_be_used_is_one_line(
    url: str, command: str, terminal: Terminal
) -> None:
    terminal.set("LOA_DATABASE__URL", url)
    terminal.set("LOA_LOGS__LEVEL", "warning")
    ended = terminal.loa(command)
    assert ended.status == 1
    (line,) = ended.err.splitlines()
    assert line.startswith("loa: the database URL (database.url): ")


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_variable_that_means_nothing_is_told(command: str, terminal: Terminal) -> None:
    terminal.set("LOA_CONFIG", str(terminal.write("other.toml", "")))
    terminal.set("LOA_TODAY", "2024-03-11")
    terminal.set("LOA_DATABSE__URL", "sqlite:///other.db")
    ended = terminal.loa(command)
    assert ended.status == 1
    assert ended.err.splitlines() == [
        "loa: LOA_DATABSE__URL: unknown environment variable; did you mean LOA_DATABASE__URL?"
    ]
    assert not list(terminal.folder.glob("*.db"))


def test_reminders_of_a_campaign_that_there_is_not_are_a_problem(terminal: Terminal) -> None:
    terminal.set("LOA_TELEGRAM__TOKEN", "123456:AAE-this_is_only_a_made_up_token_1234")
    terminal.write(
        "config.toml",
        '[campaigns]\ndefault = "nam-dinh-2024"\n'
        "[reminders]\ncampaigns = { nam-dinh = { digest = false } }\n",
    )
    ended = terminal.loa("check")
    assert ended.status == 1
    assert ended.err == (
        "loa: reminders.campaigns: no plan nam-dinh; there are: hai-duong-2024, nam-dinh-2024\n"
    )
