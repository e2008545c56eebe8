"""One app with the sample sites, on a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from app import create_app
from checker.settings import Settings
from tests.loopback import PLENTY, Web, app_on, serving

settings.register_profile("untimed", deadline=None)  # a first example may build what all others use
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(Settings(instance_path=Path(tmp_path_factory.mktemp("instance")), **PLENTY))
    yield made
    made.extensions["gardefou"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    """A web on loopback, to be filled with pages."""
    with serving() as one:
        yield one


@pytest.fixture(scope="module")
def visitor(web: Web, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An app that visits that web."""
    with app_on(web, Settings(instance_path=Path(tmp_path_factory.mktemp("visitor")), **PLENTY)) as one:
        yield one
