"""What to do instead: next steps that fit a report, and documents written from its facts."""

from checker.steps.book import Model, Step, StepBook
from checker.steps.choose import NextStep, next_steps
from checker.steps.passages import Passage
from checker.steps.write import Written, write

__all__ = [
    "Model",
    "NextStep",
    "Passage",
    "Step",
    "StepBook",
    "Written",
    "next_steps",
    "write",
]
