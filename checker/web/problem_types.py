"""Each `type` that a problem of the API can have, and the page that its address leads to."""

from dataclasses import dataclass
from functools import cache

from flask import make_response, render_template
from werkzeug.wrappers import Response as BaseResponse

from checker.data.problem_files import ProblemType, load_problem_types
from checker.errors import NotFound
from checker.model import Text
from checker.report import CAUSES, SUPPLIED
from checker.words import Cause

_UNREAD = Text(
    fr="Un document ou une adresse que vous avez donnés n’ont pas pu servir. Rien n’a changé.",
    en="A document or an address that you gave could not be used. Nothing was changed.",
)


def name_of(code: str) -> str:
    """Give the last part of a type's address; whatever error a site answers with is one type."""
    is_status = code.startswith("http_") and code.removeprefix("http_").isdecimal()
    return (str(Cause.HTTP_STATUS) if is_status else code).replace("_", "-")


@cache
def problem_types() -> dict[str, ProblemType]:
    """Give every type by the last part of its address."""
    known = {str(cause): _of_cause(cause) for cause in Cause} | load_problem_types()
    return {name_of(code): one for code, one in known.items()}


def _of_cause(cause: Cause) -> ProblemType:
    why = SUPPLIED.get(cause) or CAUSES[cause]
    title = Text(fr=why.say.fr.rstrip("."), en=why.say.en.rstrip("."))
    return ProblemType(title=title, say=_UNREAD, do=why.do)


@dataclass(frozen=True, slots=True)
class ProblemPages:
    """The view; it is given the language of its address, none where the reader's browser decides."""

    def problem(self, name: str, lang: str = "") -> BaseResponse:
        """Say what a type means and what the caller can do; raise `NotFound`."""
        kind = problem_types().get(name)
        if kind is None:
            raise NotFound(f"no problem type {name}")
        answer = make_response(render_template("pages/problem.html", kind=kind))
        answer.vary.add("Accept-Language")
        return answer
