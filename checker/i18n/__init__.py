"""The interface's languages: gettext catalogs through Flask-Babel; msgids are the English."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask_babel import Babel

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
CATALOGS = Path(__file__).resolve().parent / "locale"


def register(app: Flask, choose: Callable[[], str]) -> None:
    """Give an app its catalogs; `choose` tells the language of the request being served."""
    Babel(
        app,
        default_locale=DEFAULT,
        default_timezone="UTC",
        default_translation_directories=str(CATALOGS),
        locale_selector=choose,
    )
