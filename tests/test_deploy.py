"""What `deploy/` hands to systemd and Docker fits Loa: commands, variables, folders, patience."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import app as running
from bot import server
from bot.cli import app
from bot.config import Config, RunConfig, load
from tests.test_docs import config_keys

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
LOA = Path(sys.executable).with_name("loa")
INSTALLED = "/opt/loa/.venv/bin/loa"
VARIABLES = {variable for _, variable, _ in config_keys()}
SERVICES = ("loa.service", "loa-backup.service")
PURPOSE = {
    *("Type", "ExecStart", "Restart", "RestartSec", "TimeoutStopSec"),
    *("User", "StateDirectory", "Description", "After", "Wants", "WantedBy"),
}
"""What two services may well have differently: everything else keeps them in."""


def directives(unit: str) -> dict[str, list[str]]:
    """Return the settings of a unit, of which each may be there several times."""
    found = defaultdict(list)
    for line in (DEPLOY / unit).read_text("utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found[name].append(value)
    return dict(found)


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Dockerfile, a continued one as a single line."""
    lines = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    parted = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(name, " ".join(rest.split())) for name, _, rest in parted]


def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def blocks(language: str) -> list[str]:
    page = (ROOT / "docs/deployment.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.+?)```", page, re.DOTALL)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for unit in DEPLOY.glob("loa*"):
        text = unit.read_text("utf-8")
        (tmp_path / unit.name).write_text(text.replace(INSTALLED, str(LOA)))
    units = sorted(tmp_path.iterdir())
    assert len(units) == 3

    told = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False
    )

    assert (told.stderr, told.returncode) == ("", 0)


@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_starts_a_command_that_there_is(unit: str) -> None:
    (line,) = directives(unit)["ExecStart"]
    words = shlex.split(line.replace("$$", "$").replace("%%", "%"))
    if words[0] == "/bin/sh":
        words = shlex.split(words[-1].removeprefix("exec "))
    assert words[0] == INSTALLED
    app.parse_args(words[1:], exit_on_error=False, print_error=False)


def test_a_backup_is_made_by_the_bot_s_user_of_the_bot_s_database_and_as_well_kept_in() -> None:
    bot, backup = ({**directives(unit)} for unit in SERVICES)
    assert backup["User"] == ["loa"]  # whom systemd makes up for loa.service, by its name
    assert "loa" in backup["StateDirectory"][0].split()
    for each in (bot, backup):
        assert "--config /etc/loa/loa.toml" in each["ExecStart"][0]
    kept_in = [{k: v for k, v in each.items() if k not in PURPOSE} for each in (bot, backup)]
    assert kept_in[0] == kept_in[1]
    assert kept_in[0]["DynamicUser"] == ["yes"]


def test_whoever_stops_the_bot_waits_until_it_has_finished() -> None:
    longest = running._LAST_WORDS_SECONDS + server._LAST_REQUESTS_SECONDS
    grace = compose()["services"]["bot"]["stop_grace_period"]
    for patience in (directives("loa.service")["TimeoutStopSec"][0], grace.removesuffix("s")):
        assert float(patience) > longest


def test_every_variable_that_is_named_can_be_configured() -> None:
    pages = [*DEPLOY.iterdir(), ROOT / "docs/deployment.md"]
    named = {name for page in pages for name in re.findall(r"LOA_\w+", page.read_text("utf-8"))}
    assert named
    assert named <= VARIABLES


@pytest.mark.parametrize("block", blocks("toml"))
def test_every_configuration_of_the_page_is_one(block: str, tmp_path: Path) -> None:
    file = tmp_path / "loa.toml"
    file.write_text(block, "utf-8")
    assert load(Config, file).model_fields_set == set(tomllib.loads(block))


@pytest.mark.parametrize("service", ["bot", "second"])
def test_with_what_the_page_asks_for_a_container_is_configured(
    service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = (each for each in blocks("sh") if "POSTGRES_PASSWORD=" in each)
    given = dict(line.split("=", 1) for line in block.splitlines())

    def value(match: re.Match[str]) -> str:
        name, otherwise = match.groups()
        return given.get(name) or (otherwise or "").removeprefix(":-")

    for name, text in compose()["services"][service]["environment"].items():
        monkeypatch.setenv(name, re.sub(r"\$\{(\w+)(:[-?].*?)?\}", value, text))
    config = load(RunConfig)
    assert config.campaigns.default
    assert config.database.url.startswith("postgresql://loa:")
    assert given["POSTGRES_PASSWORD"] in config.database.url


def test_the_second_container_is_only_there_when_asked_for_and_at_another_port() -> None:
    services = compose()["services"]
    assert services["second"].pop("profiles") == ["second"]
    ports = [services[name].pop("ports") for name in ("bot", "second")]
    assert ports[0] != ports[1]
    assert services["second"] == services["bot"]
    assert services["bot"]["volumes"] == ["backups:/var/lib/loa"]


def test_the_image_is_built_from_files_that_there_are_and_has_every_package() -> None:
    copied = [rest.split()[:-1] for name, rest in instructions() if name == "COPY"]
    sources = {word for words in copied if "--from=built" not in words for word in words}
    assert [each for each in sources if not (ROOT / each).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    needed = {*packages, "pyproject.toml", "uv.lock", "uvw", project["project"]["readme"]}
    assert needed | set(project["project"]["license-files"]) == sources
    build = compose()["services"]["bot"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).samefile(DEPLOY / "Dockerfile")


def test_the_image_runs_the_bot_as_nobody_special_and_asks_how_it_is() -> None:
    given = dict(instructions())
    assert given["USER"] == "loa"
    words = yaml.safe_load(given["ENTRYPOINT"]) + yaml.safe_load(given["CMD"])
    assert words[0] == "loa"
    app.parse_args(words[1:], exit_on_error=False, print_error=False)
    port = given["EXPOSE"]
    assert f"LOA_WEB__PORT={port}" in given["ENV"]
    assert f"127.0.0.1:{port}/healthz" in given["HEALTHCHECK"]
    assert all(each.endswith(f":{port}") for each in compose()["services"]["bot"]["ports"])
