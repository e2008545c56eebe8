"""Which next steps fit a report, with the words of the site that call for them."""

from dataclasses import dataclass

from checker.model import Report, Source
from checker.steps.book import Step, StepBook
from checker.steps.facts import facts_of
from checker.steps.passages import Passage, passages
from checker.steps.sources import shown_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One step that fits, with the site's words and the sources that existed on the day of the law."""

    step: Step
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]


def next_steps(report: Report, book: StepBook) -> tuple[NextStep, ...]:
    """Give the steps that fit a report, in the order of the book."""
    told = facts_of(report)
    return tuple(
        NextStep(
            step=step,
            passages=passages(report, step.passages) if step.passages else (),
            sources=shown_sources(book, step.sources, report.on),
        )
        for step in book.steps
        if step.when.holds(told)
    )
