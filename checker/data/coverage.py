"""What the books hold, as lines for a terminal; reading them refuses what is faulty."""

from collections.abc import Iterator
from datetime import date

from checker.assess import Books
from checker.data.law_lint import coverage, stale
from checker.data.quiz_files import load_quiz
from checker.data.quiz_lint import coverage as quiz_coverage
from checker.data.step_lint import coverage as steps_coverage


def coverage_lines(books: Books, on: date) -> Iterator[str]:
    """Give tables of law, languages, next steps and quiz, and warnings about old sources."""
    yield f"edition {books.edition}"
    yield f"{'law':8} {'rule':5} {'rules':>5} {'ended':>5} {'sources':>7}"
    for where, rule, held, ended, sources in coverage(books.law):
        yield f"{where:8} {rule:5} {held:5} {ended:5} {sources:7}"
    for language, reader in sorted(books.clauses.readers.items()):
        yield f"clauses  {language:5} {len(reader.entries):5}"
    yield f"{'step':8} {'id':22} {'models':>6} {'sources':>7}"
    for group, name, models, sources in steps_coverage(books.steps):
        yield f"{group:8} {name:22} {models:6} {sources:7}"
    for model in books.steps.models.values():
        yield f"model    {model.name:22} {len(model.part):6} {len(model.sources):7}"
    for kind, rule, held in quiz_coverage(load_quiz()):
        yield f"quiz     {kind:10} {rule:5} {held:5}"
    for name, days in stale(books.law, on):
        yield f"warning  source {name} was last read {days} days ago: read it again"
