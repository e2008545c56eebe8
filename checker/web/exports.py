"""A set to take away: a SCORM 1.2 package for a learning platform, and xAPI statements of one's answers."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from flask import Response, current_app, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from checker.assess import Books
from checker.data.quiz_files import load_quiz
from checker.quiz import draw, mark, scorm, xapi
from checker.web import quiz_forms
from checker.web.security import refuse_foreign, unlisted
from checker.work import new_id, now


class Services(Protocol):
    """What the exports need of the rest of the house."""

    @property
    def books(self) -> Books: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exports:
    """The views; each is given the language of its address."""

    services: Services

    def scorm(self, lang: str) -> BaseResponse:
        """Give a set as a SCORM 1.2 package; the same set gives the same bytes."""
        ask = quiz_forms.asked()
        static = Path(str(current_app.static_folder))
        files = {
            "index.html": render_template("export/scorm.html", seed=ask.seed).encode(),
            "scorm.js": (static / "js" / "scorm.js").read_bytes(),
            "data.js": scorm.data(load_quiz(), ask, lang, _words()),
            "gardefou.css": (static / "css" / "gardefou.css").read_bytes(),
            "training.css": (static / "css" / "training.css").read_bytes(),
        }
        name = hashlib.sha256(files["data.js"]).hexdigest()[:16]
        body = scorm.package(_("Garde-fou: set of questions"), f"gardefou-{name}", files)
        return _file(body, "application/zip", "garde-fou-scorm.zip")

    def xapi(self, lang: str) -> BaseResponse:
        """Give the answers of this form as xAPI statements of an actor nobody knows."""
        refuse_foreign()
        ask = quiz_forms.asked()
        items = draw(load_quiz(), ask)
        told = xapi.statements(
            load_quiz(),
            mark(items, quiz_forms.answers_to(items)),
            home=request.host_url,
            set_url=url_for("pages.quiz", lang=lang, _external=True, **quiz_forms.plain(ask)),
            actor=new_id("lrn"),
            at=now(),
            new_id=lambda: str(uuid.uuid4()),
        )
        body = json.dumps(told, ensure_ascii=False, indent=1).encode()
        return _file(body, "application/json", "garde-fou-xapi.json")


def _file(body: bytes, media_type: str, name: str) -> BaseResponse:
    file = Response(body, content_type=media_type, headers=unlisted("").headers)
    file.headers["Content-Type"] = media_type
    file.headers["Content-Length"] = str(len(body))
    file.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return file


def _words() -> dict[str, str]:
    return {
        "mark": _("Mark my answers"),
        "right": _("Right"),
        "wrong": _("Wrong"),
        "unanswered": _("Not answered"),
        "right_answer": _("right answer"),
        "your_answer": _("your answer"),
        "why": _("Why:"),
        "several": _("several answers are right"),
        "score": _("Your score"),
        "advice": _("What to work on"),
        "sources": _("Sources"),
        "alone": _("No learning platform was found: your score stays on this page."),
        "sent": _("Your score has been given to your learning platform."),
    }
