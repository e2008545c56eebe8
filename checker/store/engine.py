"""From a database address to an engine, and the schema brought up to date."""

import threading
from importlib import resources
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.dialects import postgresql, sqlite

from checker.errors import BadInput

BUSY_MS = 15_000
MIGRATION_LOCK = 0x67_61_72_64

# Alembic keeps its running environment in module globals.
_one_migration = threading.Lock()


def address(url: str) -> sa.URL:
    """Give the address as SQLAlchemy takes it; raise `BadInput` for neither a SQLite file nor PostgreSQL."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise BadInput("bad_settings", "DATABASE_URL cannot be read as a database address") from error
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "sqlite" and parsed.database not in {None, "", ":memory:"}:
        return parsed
    raise BadInput("bad_settings", "DATABASE_URL must name a SQLite file or a PostgreSQL database")


def open_engine(url: str) -> sa.Engine:
    """Give an engine for an address; the folder of a SQLite file is made when absent."""
    parsed = address(url)
    if parsed.get_backend_name() == "sqlite":
        Path(str(parsed.database)).resolve().parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(parsed)
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    return sa.create_engine(parsed, pool_pre_ping=True)


def writer(engine: sa.Engine) -> sa.Engine:
    """Give the side of an engine whose transactions write; on SQLite they take the lock as they begin."""
    return engine.execution_options(writes=True)


def reader(engine: sa.Engine) -> sa.Engine:
    """Give the side of an engine whose transactions read one unchanging state."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def upsert(connection: sa.Connection, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """Give an insert that can say what happens on conflict; both databases spell it alike."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def insert_new(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Insert the rows that are not there yet; one that is stays as it is."""
    if rows:
        connection.execute(upsert(connection, table).on_conflict_do_nothing(), rows)


def lock(connection: sa.Connection, number: int) -> None:
    """Let one transaction at a time pass here, over all processes; a writing SQLite already does."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))


def upgrade(engine: sa.Engine) -> None:
    """Bring a database to the newest version of the tables, one process at a time, all or nothing."""
    with _one_migration, writer(engine).begin() as connection:
        lock(connection, MIGRATION_LOCK)
        config = Config()
        place = str(resources.files("checker.store") / "migrations")
        config.set_main_option("script_location", place.replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
