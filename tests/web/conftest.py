"""The pages over checks kept in memory."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

from checker.web import error_pages, pages, quota, security

from .kept import House

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def served(house: House) -> Flask:
    app = Flask("served", root_path=str(ROOT))
    app.config["TRUSTED_HOSTS"] = ["localhost", "127.0.0.1"]
    app.config["MAX_CONTENT_LENGTH"] = 4096
    security.register(app)
    quota.register(app, house.settings)
    app.register_blueprint(pages.build(house))
    app.register_error_handler(HTTPException, error_pages.sorry)
    app.add_url_rule("/crash", "crash", lambda: 1 / 0)
    return app


@pytest.fixture
def reader(served: Flask) -> FlaskClient:
    return served.test_client()
