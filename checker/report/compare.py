"""Several checks side by side, with the same lines for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Check, Text
from checker.report.causes import Explanation, failure
from checker.report.order import Outline, outline
from checker.report.purposes import Field, line
from checker.report.quotes import Quote
from checker.report.shown import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One site: its report, or where its check stands, or why there is none; `place` counts from 1."""

    place: int
    id: str
    host: str
    use: Text
    now: Text | None
    outline: Outline | None
    quote: Quote | None
    why_none: Explanation | None

    @property
    def is_running(self) -> bool:
        """Tell whether an answer is still to come."""
        return self.outline is None and self.why_none is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The sites in the order asked; `uses` has several lines where they were judged for different uses."""

    columns: tuple[Column, ...]
    uses: tuple[Text, ...]
    waits_for: str

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will come."""
        return not self.waits_for


def comparison(checks: Sequence[Check], fields: Sequence[Field]) -> Comparison:
    """Give some checks side by side; `waits_for` is the id of the first that goes on, or nothing."""
    columns = tuple(_column(place, check, fields) for place, check in enumerate(checks, 1))
    return Comparison(
        columns=columns,
        uses=tuple(dict.fromkeys(column.use for column in columns)),
        waits_for=next((column.id for column in columns if column.is_running), ""),
    )


def _column(place: int, check: Check, fields: Sequence[Field]) -> Column:
    told = outline(check, fields) if check.report else None
    return Column(
        place=place,
        id=check.id,
        host=visible(check.request.target.host),
        use=line(check.request.purpose, fields),
        now=check.steps[-1].say if check.steps else None,
        outline=told,
        quote=_strongest(told) if told else None,
        why_none=failure(check) if check.status.is_final and told is None else None,
    )


def _strongest(told: Outline) -> Quote | None:
    """Give the quote that proves the answer, else the strongest one."""
    if told.proof and told.proof.quote:
        return told.proof.quote
    return told.more_quotes[0] if told.more_quotes else None
