"""The whole story of one check: visit, then assess."""

from datetime import date

from checker.assess import Books, assess
from checker.model import CheckRequest, Report, Text
from checker.visit import Means, visit


def check(request: CheckRequest, books: Books, means: Means, snapshot_id: str, on: date) -> Report:
    """Give the sourced answer to one question; a site that fails is an answer too."""
    snapshot = visit(request.target, books.discovery, means, snapshot_id)
    means.tell("verdict", Text(fr="Lecture des clauses et des règles.", en="Reading clauses and rules."))
    return assess(snapshot, request.purpose, books, on)
