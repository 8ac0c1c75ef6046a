"""How a command ends that was typed wrong, or that its surroundings fail."""

import sys

import pytest

from bot.cli import main
from tests.bot.commands.terminal import Terminal


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "extra"),
        ("check", "foo"),
        ("demo", "extra"),
        ("demo", "--port", "99999"),
        ("demo", "--port", "-1"),
        ("demo", "--port=-1"),
        ("when",),
        ("sing",),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: tuple[str, ...], terminal: Terminal
) -> None:
    ended = terminal.loa(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("loa: ")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("command", ["ask", "when"])
def test_a_closed_standard_input_is_one_line_and_status_1(
    command: str,
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert terminal.folder.is_dir()
    monkeypatch.setattr(sys, "argv", ["loa", command, "--jsonl"])
    monkeypatch.setattr(sys, "stdin", None)  # what Python makes of `<&-`
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == "loa: --jsonl reads standard input, which is closed\n"
