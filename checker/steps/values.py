"""What a report puts into the blanks of a model document, in one language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from babel import Locale
from babel.dates import format_date, format_datetime

from checker.model import Report, Text
from checker.steps.book import StepBook
from checker.steps.passages import Passage, one_line, passages
from checker.words import Level, State

ANSWERED = (
    "account_used",
    "interest_assessed",
    "minimised",
    "informed",
    "opt_out",
    "suppression_list",
    "within_retention",
    "processor_contract",
    "register_entry",
    "impact_assessed",
)
"""The answers on collecting and keeping that a record or a note lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """One report to be told in one language (fr or en); `address` is where the report stands."""

    report: Report
    book: StepBook
    language: str
    address: str

    def say(self, text: Text) -> str:
        """Give a sentence of ours in the language of the document."""
        return text.fr if self.language == "fr" else text.en

    def day(self, when: date) -> str:
        """Give a date such as `24 novembre 2026`, and `1er juin 2021`."""
        pattern = "d'er' MMMM y" if self.language == "fr" and when.day == 1 else "d MMMM y"
        return str(format_date(when, pattern, locale=self.language))

    def moment(self, when: datetime) -> str:
        """Give a date and time of day, in UTC."""
        pattern = "d MMMM y 'à' HH:mm 'UTC'" if self.language == "fr" else "d MMMM y 'at' HH:mm 'UTC'"
        return str(format_datetime(when.astimezone(UTC), pattern, locale=self.language))

    def answer(self, field: str) -> str:
        """Give the answer to one question about the use; a blank where it is open, or no channel yet."""
        word = str(getattr(self.report.purpose, field))
        if word == "unknown" or (field, word) == ("channel", "none"):
            return self.say(self.book.frame.open)
        return self.say(self.book.labels.answers[f"{field}.{word}"])


def _country(filling: Filling) -> str:
    code = filling.report.purpose.country
    return str(Locale(filling.language).territories.get(code, code))


def _passages(filling: Filling) -> str:
    """Give the passages that speak of this use, or say that there is none, or that nothing was read."""
    report, frame = filling.report, filling.book.frame
    kinds = ("ban", "permission", "licence", "interface")
    found = {one.quote: one for kind in kinds for one in passages(report, kind)}
    if found:
        return _bullets(_quoted(filling, one) for one in found.values())
    return filling.say(frame.no_passage if report.findings.terms is State.YES else frame.unread)


def _quoted(filling: Filling, one: Passage) -> str:
    frame = filling.book.frame
    where = one.url or filling.say(frame.supplied)
    parts = ", ".join(part for part in (where, one.section) if part)
    return filling.say(frame.passage).format(quote=one.quote, where=parts, read_on=filling.day(one.read_on))


def _conditions(filling: Filling) -> str:
    told = filling.report.verdict.conditions
    return (
        _bullets(filling.say(one) for one in told) if told else filling.say(filling.book.frame.no_condition)
    )


def _answers(filling: Filling) -> str:
    return _bullets(_answered(filling, field) for field in ANSWERED)


def _answered(filling: Filling, field: str) -> str:
    frame, labels = filling.book.frame, filling.book.labels
    name = filling.say(labels.fields[field])
    is_open = getattr(filling.report.purpose, field) is State.UNKNOWN
    answer = filling.say(frame.yes_or_no) if is_open else filling.answer(field)
    return filling.say(frame.answer).format(name=name[:1].upper() + name[1:], answer=answer)


def _basis(filling: Filling) -> str:
    """Give the basis that the answer points to: consent where it is needed or proven, else an interest."""
    report, frame = filling.report, filling.book.frame
    by_consent = report.verdict.contact is Level.CONSENT_FIRST or report.purpose.consent_proven is State.YES
    return filling.say(frame.consent if by_consent else frame.interest)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


VALUES: dict[str, Callable[[Filling], str]] = {
    "host": lambda filling: one_line(filling.report.snapshot.target.host),
    "page": lambda filling: filling.report.snapshot.target.url,
    "read_on": lambda filling: filling.day(filling.report.snapshot.taken_at.date()),
    "read_at": lambda filling: filling.moment(filling.report.snapshot.taken_at),
    "law_day": lambda filling: filling.day(filling.report.on),
    "report": lambda filling: filling.address,
    "edition": lambda filling: filling.report.edition,
    "snapshot": lambda filling: filling.report.snapshot.id,
    "channel": lambda filling: filling.answer("channel"),
    "recipient": lambda filling: filling.answer("recipient"),
    "contact_details": lambda filling: filling.answer("address"),
    "relationship": lambda filling: filling.answer("relationship"),
    "origin": lambda filling: filling.answer("origin"),
    "country": _country,
    "site_says": lambda filling: filling.say(filling.report.verdict.site_says),
    "law_says": lambda filling: filling.say(filling.report.verdict.law_says),
    "passages": _passages,
    "conditions": _conditions,
    "answers": _answers,
    "basis": _basis,
}
"""What may stand between braces in a model document."""
