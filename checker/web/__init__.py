"""The edge that serves people and programs over HTTP."""

from flask import Flask

from checker.services import Services
from checker.web import api, error_pages, pages, problems, quota, security


def register(app: Flask, services: Services) -> None:
    """Put the pages, the API, the security headers and the error answers on an app."""
    security.register(app)
    quota.register(app, services.settings)
    app.register_blueprint(pages.build(services))
    app.register_blueprint(api.build(services))
    problems.register(app, error_pages.sorry)
