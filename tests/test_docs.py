"""What can be typed or configured is documented, and what is documented exists."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from cyclopts import App
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.cli import app
from bot.config import SHIPPED_PLANS, Config
from campaign.plan.model import Plan
from handlers.commands import COMMANDS, STAFF_COMMANDS

ROOT = Path(__file__).parents[1]
LOA = str(Path(sys.executable).with_name("loa"))
PAGES = sorted(
    page.relative_to(ROOT).as_posix() for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
)
KEY_ROW = re.compile(r"^\| `([\w.]+)` \| `(LOA_\w+)` \| (.+?) \|", re.MULTILINE)
COMMAND_ROW = re.compile(r"^\| (`/.+?) \| `/(\w+)` \|", re.MULTILINE)
OPTION_ROW = re.compile(r"^\| `(--[\w-]+)", re.MULTILINE)
EXAMPLE = re.compile(r"```console\n\$ (?:\./uvw run )?loa (.+)\n((?:.+\n)+?)```")
TOML_LINE = re.compile(r"^(?:# )?(?:\[(\w+)\]$|(\w+) = )", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def section(page: str, heading: str) -> str:
    return page.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def config_keys() -> Iterator[tuple[str, str, str]]:
    for name, field in Config.model_fields.items():
        if models := models_in(field.annotation):
            for key, inner in models[0].model_fields.items():
                yield f"{name}.{key}", f"LOA_{name}__{key}".upper(), default(inner)
        else:
            yield name, f"LOA_{name}".upper(), default(field)


def default(field: FieldInfo) -> str:
    value = field.default
    if value is None or value == ():
        return "none"
    if value == SHIPPED_PLANS:
        return f"`{SHIPPED_PLANS.name}`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def models_in(annotation: object) -> tuple[type[BaseModel], ...]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    return tuple(model for part in get_args(annotation) for model in models_in(part))


def plan_keys(model: type[BaseModel] = Plan) -> Iterator[str]:
    for key, field in model.model_fields.items():
        yield key
        for inner in models_in(field.annotation):
            yield from plan_keys(inner)


def examples() -> list[tuple[str, str]]:
    return sorted({example for page in PAGES for example in EXAMPLE.findall(read(page))})


def command_line() -> list[str]:
    return [name for name in app if not name.startswith("-")]


def options(command: App) -> Iterator[str]:
    """Yield the options of a command, or of the commands in it."""
    if command.default_command:
        arguments = command.assemble_argument_collection()
        yield from (each.name for each in arguments if each.name.startswith("--"))
    else:
        for inner in (each for each in command if not each.startswith("-")):
            yield from options(command[inner])


def test_every_configuration_key_is_documented_with_its_variable_and_default() -> None:
    assert KEY_ROW.findall(read("docs/configuration.md")) == list(config_keys())


def test_the_shipped_configuration_has_every_key() -> None:
    section = ""
    found = []
    for heading, key in TOML_LINE.findall(read("config.toml")):
        section = heading or section
        found += [f"{section}.{key}"] if key else []

    assert found == [key for key, _, _ in config_keys() if key != "today"]


@pytest.mark.parametrize(("command", "output"), examples())
def test_an_example_prints_what_the_page_promises(command: str, output: str) -> None:
    words = [LOA, *shlex.split(command)]

    assert (
        subprocess.run(words, check=True, capture_output=True, cwd=ROOT).stdout == output.encode()
    )


@pytest.mark.parametrize("name", command_line())
def test_every_option_of_a_command_is_documented(name: str) -> None:
    documented = OPTION_ROW.findall(section(read("docs/commands.md"), f"`loa {name}`"))

    assert sorted(documented) == sorted(set(options(app[name])))


def test_every_key_of_a_plan_file_is_documented() -> None:
    documented = set(re.findall(r"`(\w+)`", read("docs/plans.md")))

    assert set(plan_keys()) - {"id"} <= documented


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_every_chat_command_is_in_both_readmes(readme: str) -> None:
    rows = [
        (re.findall(r"`/(\w+)`", names), english)
        for names, english in COMMAND_ROW.findall(read(readme))
    ]

    assert rows == [([each.name, *each.aliases], each.english) for each in COMMANDS]


def test_every_command_of_the_staff_is_documented() -> None:
    rows = COMMAND_ROW.findall(section(read("docs/commands.md"), "In a chat, for staff"))

    assert rows == [(f"`/{each.name}`", each.english) for each in STAFF_COMMANDS]


@pytest.mark.parametrize("page", PAGES)
def test_no_link_leads_nowhere(page: str) -> None:
    missing = [
        link
        for link in LINK.findall(read(page))
        if not (ROOT / page).parent.joinpath(link).exists()
    ]

    assert missing == []


@pytest.mark.parametrize("page", ["docs/delivery.md", "docs/ledger.md", "docs/reminders.md"])
def test_every_test_that_is_said_to_hold_a_promise_exists(page: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", read(page))
    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []
