"""A marked set as xAPI 1.0.3 statements: `answered` for each question, `completed` for the set.

The actor is an account with an opaque name; no e-mail, no person's name.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from checker.model import Text
from checker.quiz.book import Item, QuizBook
from checker.quiz.marking import PASS_PERCENT, Marked, Score

VERSION = "1.0.3"
ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"


def statements(
    book: QuizBook,
    score: Score,
    *,
    home: str,
    set_url: str,
    actor: str,
    at: datetime,
    new_id: Callable[[], str],
) -> list[dict[str, Any]]:
    """Give the statements of a set: `home` and `set_url` are IRIs of ours, `new_id` gives UUIDs."""
    common: dict[str, Any] = {
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": actor}},
        "timestamp": at.isoformat(),
        "version": VERSION,
    }
    parent = {"contextActivities": {"parent": [{"objectType": "Activity", "id": set_url}]}}
    answered = [
        {"id": new_id(), **common, **_answered(book, one, home), "context": parent}
        for one in score.marks
        if one.chosen
    ]
    return [*answered, {"id": new_id(), **common, **_completed(score, set_url)}]


def _answered(book: QuizBook, one: Marked, home: str) -> dict[str, Any]:
    return {
        "verb": {"id": ANSWERED, "display": {"en": "answered", "fr": "a répondu à"}},
        "object": {
            "objectType": "Activity",
            "id": f"{home.rstrip('/')}/quiz/{one.item.id}",
            "definition": _definition(book, one.item),
        },
        "result": {"success": one.is_right, "response": "[,]".join(sorted(one.chosen))},
    }


def _definition(book: QuizBook, item: Item) -> dict[str, Any]:
    return {
        "type": INTERACTION,
        "name": _both(item.ask),
        "description": _both(item.reason),
        "interactionType": "choice",
        "correctResponsesPattern": ["[,]".join(sorted(item.right))],
        "choices": [{"id": key, "description": _both(book.say(one))} for key, one in item.options],
    }


def _completed(score: Score, set_url: str) -> dict[str, Any]:
    total = len(score.marks)
    return {
        "verb": {"id": COMPLETED, "display": {"en": "completed", "fr": "a terminé"}},
        "object": {
            "objectType": "Activity",
            "id": set_url,
            "definition": {
                "type": ASSESSMENT,
                "name": {"en": "Set of questions", "fr": "Série de questions"},
            },
        },
        "result": {
            "completion": True,
            "success": score.percent >= PASS_PERCENT,
            "score": {
                "scaled": round(score.right / total, 4) if total else 0,
                "raw": score.right,
                "min": 0,
                "max": total,
            },
        },
    }


def _both(text: Text) -> dict[str, str]:
    return {"fr": text.fr, "en": text.en}
