"""The migrations lead to the tables that the code speaks of, from anywhere."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, select

from storage.database import HEAD, VERSIONS, Database
from storage.migrations import migrate, scripts
from storage.tables import METADATA


@pytest.fixture
def migrated(url: str) -> Iterator[Connection]:
    """A database made by all migrations in turn."""
    with closing(Database(url)) as database, database.begin() as unit:
        migrate(unit.connection, "made by migrations", "")
        yield unit.connection


def shape(connection: Connection) -> dict[str, Any]:
    known = inspect(connection)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in known.get_columns(table)
            },
            "key": known.get_pk_constraint(table),
            "foreign": known.get_foreign_keys(table),
            "unique": known.get_unique_constraints(table),
            "indexes": [  # conditions are equal when they read the same
                {**index, "dialect_options": None}
                | {"where": [str(each) for each in index.get("dialect_options", {}).values()]}
                for index in known.get_indexes(table)
            ],
            "checks": known.get_check_constraints(table),
        }
        for table in known.get_table_names()
        if table != "alembic_version"
    }


def test_the_newest_migration_is_the_one_the_code_expects() -> None:
    assert scripts().get_heads() == [HEAD]


def test_the_migrations_make_the_tables_that_the_code_speaks_of(migrated: Connection) -> None:
    context = MigrationContext.configure(migrated, opts={"compare_server_default": True})

    assert compare_metadata(context, METADATA) == []


def test_a_new_database_has_the_shape_of_a_migrated_one(database: Database) -> None:
    with database.begin() as unit:
        new = shape(unit.connection)
        METADATA.drop_all(unit.connection)
        VERSIONS.drop(unit.connection)

        migrate(unit.connection, database.name, "")

        assert shape(unit.connection) == new


def test_a_database_from_before_the_first_migration_is_brought_to_the_newest(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Database(url)) as database:
        with database.begin() as unit:
            VERSIONS.create(unit.connection)

        assert database.state() == "older"
        assert not database.upgrade()

        with database.begin() as unit:
            assert set(METADATA.tables) < set(inspect(unit.connection).get_table_names())
            assert unit.connection.scalars(select(VERSIONS)).all() == [HEAD]
