"""`loa` as if typed: in this process, with what it wrote and how it ended."""

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main


@dataclass(frozen=True, slots=True)
class Ended:
    """A command's exit status and what it wrote."""

    status: object
    out: str
    err: str


class Terminal:
    """An empty folder in which nothing is configured."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._monkeypatch, self._capsys = folder, monkeypatch, capsys
        monkeypatch.chdir(folder)
        for name in [name for name in os.environ if name.startswith("LOA_")]:
            monkeypatch.delenv(name)

    def loa(self, *arguments: str, stdin: bytes = b"") -> Ended:
        """Run `loa` with `arguments`."""
        self._monkeypatch.setattr(sys, "argv", ["loa", *arguments])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        written = self._capsys.readouterr()
        return Ended(ended.value.code, written.out, written.err)

    def set(self, name: str, value: str) -> None:
        """Set an environment variable."""
        self._monkeypatch.setenv(name, value)

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder."""
        file = self.folder / name
        file.write_text(text, "utf-8")
        return file
