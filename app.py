"""Garde-fou as a Flask application: settings in, app out; the only place that assembles."""

import atexit
from collections.abc import Callable

from flask import Flask

from checker import cli
from checker.model import Missing, Page
from checker.services import Services
from checker.settings import Settings
from checker.web import register


def create_app(
    settings: Settings | None = None, *, fetcher: Callable[..., Page | Missing] | None = None
) -> Flask:
    """Give the application; without settings they are read from the environment.

    `fetcher` stands in for the door to the network (`checker.fetch.Fetcher`). Raise `BadInput` for faulty
    settings.
    """
    settings = settings or Settings.load()
    app = Flask(__name__)
    app.config.from_mapping(
        TRUSTED_HOSTS=list(settings.trusted_hosts),
        MAX_CONTENT_LENGTH=64 * 1024,
        MAX_FORM_MEMORY_SIZE=64 * 1024,
        MAX_FORM_PARTS=60,
    )
    services = Services.build(settings, fetcher)
    atexit.register(services.close)
    app.extensions["gardefou"] = services
    register(app, services)
    cli.register(app, services)
    return app
