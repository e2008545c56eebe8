"""The interface's languages: gettext catalogs through Flask-Babel; msgids are the English."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import Babel

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
CATALOGS = Path(__file__).resolve().parent / "locale"


def register(app: Flask, choose: Callable[[], str]) -> None:
    """Give an app its catalogs; `choose` tells the language of the request being served."""
    compile_catalogs()
    Babel(
        app,
        default_locale=DEFAULT,
        default_timezone="UTC",
        default_translation_directories=str(CATALOGS),
        locale_selector=choose,
    )


def compile_catalogs() -> None:
    """Compile the catalogs newer than their compiled form, so that a fresh checkout speaks French."""
    for source in CATALOGS.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parent.parent.name)
        packed = BytesIO()
        write_mo(packed, catalog)
        compiled.write_bytes(packed.getvalue())
