"""A foreign site with the strictest of policies."""

from dataclasses import dataclass, field
from typing import Any

from supplied_samples import ENGLISH, FRENCH, RECIPE, markup
from werkzeug.wrappers import Request, Response

STRICT = "default-src 'none'; script-src 'none'; form-action 'none'; connect-src 'none'"


@dataclass
class Foreign:
    """A site that forbids scripts, forms and connections; `asked` lists what it was asked for."""

    asked: list[str] = field(default_factory=list)
    base: str = ""

    def __call__(self, environ: Any, start: Any) -> Any:
        request = Request(environ)
        self.asked.append(request.path)
        pages = {"/terms": ENGLISH, "/cgu": FRENCH, "/recipe": RECIPE, "/apart": ENGLISH}
        answer = Response(markup(pages.get(request.path, "")), content_type="text/html; charset=utf-8")
        answer.headers["Content-Security-Policy"] = STRICT
        answer.headers["X-Content-Type-Options"] = "nosniff"
        if request.path == "/apart":
            answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return answer(environ, start)
