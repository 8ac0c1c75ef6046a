import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest

from storage import files
from storage.database import Database
from storage.errors import DatabaseError, DatabaseLocked, DatabaseUnreadable


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "kept.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE numbers (number INTEGER)")
        connection.executemany("INSERT INTO numbers VALUES (?)", [(each,) for each in range(9999)])
    return file


def numbers(file: Path) -> int:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        found: int = connection.execute("SELECT count(*) FROM numbers").fetchone()[0]
        return found


def test_a_copy_has_what_was_committed_and_needs_no_other_file(kept: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(kept)) as writer:
        with writer:
            writer.execute("INSERT INTO numbers VALUES (1)")
        writer.execute("INSERT INTO numbers VALUES (2)")  # and not committed
        files.copy(kept, copy)
    assert numbers(copy) == 10_000
    assert [each.name for each in tmp_path.glob("copy*")] == ["copy.db"]


def test_a_damaged_database_is_not_taken_for_a_copy(kept: Path, tmp_path: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[8192:12288] = bytes(4096)
    kept.write_bytes(content)
    with pytest.raises(DatabaseUnreadable, match="is damaged"):
        files.copy(kept, tmp_path / "copy.db")


def test_what_replaces_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    with files.replacing(tmp_path / "new") as made:
        made.write_text("all")
        assert not (tmp_path / "new").exists()
    assert (tmp_path / "new").read_text() == "all"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_what_goes_wrong_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    with suppress(ValueError), files.replacing(tmp_path / "old") as made:
        made.write_text("half")
        raise ValueError
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("old", "old")]


def test_nobody_can_be_kept_out_who_has_it_open(kept: Path) -> None:
    with closing(Database(f"sqlite:///{kept}")) as bot:
        with bot.begin():
            pass
        with pytest.raises(DatabaseLocked), files.alone(kept):
            pytest.fail("somebody has it open")
    with files.alone(kept):
        assert not kept.with_name("kept.db-wal").exists()


def test_nobody_gets_in_meanwhile(kept: Path) -> None:
    with (
        files.alone(kept),
        closing(Database(f"sqlite:///{kept}?timeout=0")) as bot,
        pytest.raises(DatabaseLocked),
        bot.begin(),
    ):
        pytest.fail("it is kept out")


def test_a_name_that_is_taken_is_not_taken_away(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "old.db").write_text("x")
    with pytest.raises(DatabaseError, match="is there already"):
        files.move_aside(kept, "old.db")
    assert numbers(kept) == 9999


def test_what_the_log_still_holds_goes_with_the_file(kept: Path, tmp_path: Path) -> None:
    kept.with_name("kept.db-wal").write_text("wal")
    files.move_aside(kept, "old.db")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["old.db", "old.db-wal"]
