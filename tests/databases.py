"""A database of each test worker's own on PostgreSQL.

`tests/postgresql.sh` starts a server and names it in TEST_POSTGRESQL.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.pool import NullPool


def server() -> URL:
    """Return the server's URL, or skip the test."""
    named = os.environ.get("TEST_POSTGRESQL")
    if not named:
        pytest.skip("needs PostgreSQL: run the tests with tests/postgresql.sh")
    return make_url(named)


def make_own(worker: str) -> str:
    """Make the worker's database from nothing; return its URL."""
    own = server().set(database=f"loa_{worker}")
    with connected(server()) as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {own.database} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {own.database}")
    return own.render_as_string(hide_password=False)


def empty(url: str) -> None:
    """Take everything out of the database."""
    with connected(make_url(url)) as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")


@contextmanager
def connected(url: URL | str) -> Iterator[Connection]:
    """Yield a connection beside the one that is tested; every statement is committed."""
    url = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        yield connection
