"""The views of the training room together, for the blueprint of the pages."""

from typing import Protocol

from checker.web import exports, groups, guess, training


class Services(training.Services, guess.Services, groups.Services, exports.Services, Protocol):
    """What the training room needs of the rest of the house."""


def views(services: Services) -> tuple[object, ...]:
    """Give the objects whose methods serve the training room."""
    return (
        training.Training(services),
        guess.Guess(services),
        groups.GroupPages(services),
        exports.Exports(services),
    )
