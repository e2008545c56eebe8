"""What the books hold, as lines for a terminal; reading them refuses what is faulty."""

from collections.abc import Iterator

from checker.assess import Books
from checker.data.law_lint import coverage


def coverage_lines(books: Books) -> Iterator[str]:
    """Give a table of the law, and counts of languages and addresses."""
    yield f"edition {books.edition}"
    yield f"{'law':8} {'rule':5} {'rules':>5} {'ended':>5} {'sources':>7}"
    for where, rule, held, ended, sources in coverage(books.law):
        yield f"{where:8} {rule:5} {held:5} {ended:5} {sources:7}"
    for language, reader in sorted(books.clauses.readers.items()):
        yield f"clauses  {language:5} {len(reader.entries):5}"
