"""What a report's question was answered over time, and whether the site changed since.

A report is unlisted, and who asked is nobody's business: only days and levels of other checks are shown, only
to who holds a report on the very same address and use, and never with an id or a person's own documents.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flask import render_template
from werkzeug.wrappers import Response as BaseResponse

from checker import report
from checker.errors import NotFound
from checker.model import Check
from checker.store.records import Judgement
from checker.store.records import Past as Before
from checker.web.security import unlisted


class Checks(Protocol):
    """Where checks are kept."""

    def get(self, id: str, /) -> Check:
        """Give a check; raise `NotFound`."""

    def judgements(self, check_id: str, /) -> tuple[Judgement, ...]:
        """Give every answer to a check, oldest first; raise `NotFound`."""

    def asked_before(self, id: str, /) -> tuple[Before, ...]:
        """Give other answers to the question of a check."""

    def newer(self, url: str, since: datetime, /) -> Check | None:
        """Give the newest answer about an address after a moment."""


class Services(Protocol):
    """What this page needs of the rest of the house."""

    @property
    def checks(self) -> Checks: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Past:
    """The view; it is given the language of its address."""

    services: Services

    def history(self, lang: str, id: str) -> BaseResponse:
        """Show every answer to this report, and by day those to the same question."""
        checks = self.services.checks
        check = checks.get(id)
        if check.report is None:
            raise NotFound(f"check {id} has no report")
        own = [
            report.Answered(at=one.judged_at, level=one.level, edition=one.edition, is_own=True)
            for one in checks.judgements(id)
        ]
        others = [
            report.Answered(at=_noon(one.at), level=one.level, edition=one.edition, is_own=False)
            for one in checks.asked_before(id)
        ]
        told = report.history([*own, *others])
        return unlisted(render_template("pages/history.html", check=check, told=told))


def _noon(at: datetime) -> datetime:
    """Give the day only: the hour of somebody's check tells too much."""
    return at.replace(hour=12, minute=0, second=0, microsecond=0)


def changed(checks: Checks, check: Check, number: int) -> datetime | None:
    """Give when a newer check of the address read other bytes of a document, or nothing."""
    if check.report is None:
        return None
    newer = checks.newer(check.request.target.url, check.finished_at or check.created_at)
    found = report.changed_since(check.report.snapshot.exhibits[number], newer) if newer else None
    return _noon(found) if found else None
