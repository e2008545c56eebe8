"""Any database is brought to the same tables, by one process or by several at once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from checker.errors import BadInput
from checker.store import Store
from checker.store.engine import MIGRATION_LOCK, address, lock, open_engine, upgrade, writer
from checker.store.tables import METADATA


@pytest.fixture
def engine(empty_url):
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def names(engine: sa.Engine) -> dict[str, tuple[set[str], set[str]]]:
    look = sa.inspect(engine)
    return {
        table: (
            {column["name"] for column in look.get_columns(table)},
            {str(index["name"]) for index in look.get_indexes(table)},
        )
        for table in look.get_table_names()
    }


def test_the_migrations_give_the_tables_of_the_code(engine):
    upgrade(engine)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, METADATA) == []


def test_they_give_what_create_all_gives(engine):
    with writer(engine).begin() as connection:
        METADATA.create_all(connection)
    made = names(engine)
    with writer(engine).begin() as connection:
        METADATA.drop_all(connection)
    upgrade(engine)
    migrated = names(engine)
    del migrated["alembic_version"]
    assert migrated == made


def test_migrating_again_changes_nothing(engine):
    upgrade(engine)
    before = names(engine)
    upgrade(engine)
    assert names(engine) == before


def test_threads_migrate_at_once(empty_url):
    stores = [Store(empty_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda store: store.migrate(), stores))
    assert [store.waiting() for store in stores] == [0, 0, 0, 0]
    for store in stores:
        store.close()


def test_processes_migrate_at_once(empty_url):
    code = (
        "import sys; from checker.store import Store; s = Store(sys.argv[1]); s.migrate(); print(s.waiting())"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, empty_url], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(3)
    ]
    ended = [(*process.communicate(timeout=60), process.returncode) for process in running]
    assert ended == [(b"0\n", b"", 0)] * 3


def test_a_migration_waits_for_the_one_under_way(engine, empty_url):
    store = Store(empty_url)
    with ThreadPoolExecutor(1) as pool:
        with writer(engine).begin() as connection:
            lock(connection, MIGRATION_LOCK)
            migrating = pool.submit(store.migrate)
            with pytest.raises(TimeoutError):
                migrating.result(timeout=0.3)
        migrating.result(timeout=10)
    assert store.waiting() == 0
    store.close()


def test_sqlite_waits_for_its_lock_and_holds_its_references(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    with engine.begin() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert asked == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 15000}


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_is_taken(scheme):
    assert str(address(f"{scheme}://u@h:5433/d")) == "postgresql+psycopg://u@h:5433/d"


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://h/d", "sqlite://", "sqlite:///:memory:"])
def test_other_addresses_are_refused_without_showing_them(url):
    with pytest.raises(BadInput) as refused:
        Store(url)
    assert refused.value.code == "bad_settings"
    assert "DATABASE_URL" in refused.value.detail
