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
    "history": {"fr": "/fr/rapport/<id>/historique", "en": "/en/report/<id>/history"},
    "next_steps": {"fr": "/fr/rapport/<id>/que-faire", "en": "/en/report/<id>/next-steps"},
    "model": {"fr": "/fr/rapport/<id>/que-faire/<name>", "en": "/en/report/<id>/next-steps/<name>"},
    "model_file": {
        "fr": "/fr/rapport/<id>/que-faire/<name>/fichier",
        "en": "/en/report/<id>/next-steps/<name>/file",
    },
    "questions": {"fr": "/fr/rapport/<id>/questions", "en": "/en/report/<id>/questions"},
    "answer": {"fr": "/fr/rapport/<id>/questions/suite", "en": "/en/report/<id>/questions/next"},
    "guess": {"fr": "/fr/rapport/<id>/deviner", "en": "/en/report/<id>/guess"},
    "guess_told": {"fr": "/fr/rapport/<id>/deviner/reponse", "en": "/en/report/<id>/guess/answer"},
    "training": {"fr": "/fr/formation", "en": "/en/training"},
    "lesson": {"fr": "/fr/formation/lecons/<name>", "en": "/en/training/lessons/<name>"},
    "quiz": {"fr": "/fr/formation/serie", "en": "/en/training/set"},
    "quiz_marked": {"fr": "/fr/formation/serie/correction", "en": "/en/training/set/marked"},
    "quiz_step": {"fr": "/fr/formation/serie/question", "en": "/en/training/set/question"},
    "attestation": {"fr": "/fr/formation/attestation", "en": "/en/training/attestation"},
    "try_sample": {"fr": "/fr/formation/exemple", "en": "/en/training/sample"},
    "scorm": {"fr": "/fr/formation/serie/scorm.zip", "en": "/en/training/set/scorm.zip"},
    "xapi": {"fr": "/fr/formation/serie/xapi.json", "en": "/en/training/set/xapi.json"},
    "trainer": {"fr": "/fr/formation/formateur", "en": "/en/training/trainer"},
    "group_new": {"fr": "/fr/formation/formateur/serie", "en": "/en/training/trainer/set"},
    "group": {"fr": "/fr/formation/groupe/<id>", "en": "/en/training/group/<id>"},
    "group_answer": {"fr": "/fr/formation/groupe/<id>/reponses", "en": "/en/training/group/<id>/answers"},
    "group_results": {"fr": "/fr/formation/resultats/<id>", "en": "/en/training/results/<id>"},
    "compare": {"fr": "/fr/comparer", "en": "/en/compare"},
    "compare_start": {"fr": "/fr/comparer/sites", "en": "/en/compare/sites"},
    "method": {"fr": "/fr/methode", "en": "/en/method"},
    "bot": {"fr": "/fr/robot", "en": "/en/bot"},
    "problem": {"fr": "/fr/problemes/<name>", "en": "/en/problems/<name>"},
}
# A GET of an address that only takes a POST leads back to the page that holds its form.
FORM_OF = {
    "compare_start": "compare",
    "start": "form",
    "rejudge": "report",
    "supply": "report",
    "received": "receive",
    "answer": "questions",
    "guess_told": "guess",
    "quiz_marked": "training",
    "quiz_step": "training",
    "attestation": "training",
    "try_sample": "training",
    "xapi": "training",
    "group_new": "trainer",
    "group_answer": "group",
}


def route(blueprint: Blueprint, name: str, view: Callable[..., Any], method: str = "GET") -> None:
    """Serve a view at its addresses; it is given `lang` with the parts of the address."""
    endpoint = f"{name}_form" if name in FORM_OF and method == "GET" else name
    for lang, rule in ROUTES[name].items():
        blueprint.add_url_rule(rule, endpoint, view, methods=(method,), defaults={"lang": lang})
