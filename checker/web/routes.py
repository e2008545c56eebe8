"""The addresses of the pages, one for each language."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint

ROUTES: dict[str, dict[str, str]] = {
    "form": {"fr": "/fr/", "en": "/en/"},
    "start": {"fr": "/fr/verifications", "en": "/en/checks"},
    "report": {"fr": "/fr/rapport/<id>", "en": "/en/report/<id>"},
    "state": {"fr": "/fr/rapport/<id>/etat", "en": "/en/report/<id>/state"},
    "rejudge": {"fr": "/fr/rapport/<id>/usage", "en": "/en/report/<id>/purpose"},
    "supply": {"fr": "/fr/rapport/<id>/documents", "en": "/en/report/<id>/documents"},
    "receive": {"fr": "/fr/recevoir", "en": "/en/receive"},
    "received": {"fr": "/fr/recevoir/texte", "en": "/en/receive/text"},
    "document": {
        "fr": "/fr/rapport/<id>/document/<int:number>",
        "en": "/en/report/<id>/document/<int:number>",
    },
    "dossier": {"fr": "/fr/rapport/<id>/dossier.pdf", "en": "/en/report/<id>/dossier.pdf"},
    "next_steps": {"fr": "/fr/rapport/<id>/que-faire", "en": "/en/report/<id>/next-steps"},
    "model": {"fr": "/fr/rapport/<id>/que-faire/<name>", "en": "/en/report/<id>/next-steps/<name>"},
    "model_file": {
        "fr": "/fr/rapport/<id>/que-faire/<name>/fichier",
        "en": "/en/report/<id>/next-steps/<name>/file",
    },
    "questions": {"fr": "/fr/rapport/<id>/questions", "en": "/en/report/<id>/questions"},
    "answer": {"fr": "/fr/rapport/<id>/questions/suite", "en": "/en/report/<id>/questions/next"},
    "method": {"fr": "/fr/methode", "en": "/en/method"},
    "bot": {"fr": "/fr/robot", "en": "/en/bot"},
}
# A GET of an address that only takes a POST leads back to the page that holds its form.
FORM_OF = {
    "start": "form",
    "rejudge": "report",
    "supply": "report",
    "received": "receive",
    "answer": "questions",
}


def route(blueprint: Blueprint, name: str, view: Callable[..., Any], method: str = "GET") -> None:
    """Serve a view at its addresses; it is given `lang` with the parts of the address."""
    endpoint = f"{name}_form" if name in FORM_OF and method == "GET" else name
    for lang, rule in ROUTES[name].items():
        blueprint.add_url_rule(rule, endpoint, view, methods=(method,), defaults={"lang": lang})
