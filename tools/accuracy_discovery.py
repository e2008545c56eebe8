"""Measure which link of a page is taken for the site's terms, on the labelled pages in `../shared/links`.

`python -m tools.accuracy_discovery` prints the table; every fault is written to `accuracy/discovery.txt`.
The words and weights were first worked out on the even pages of the list. The faults on the odd pages have
been read since, so that neither half is unseen any more: on new pages expect less. The figures at first sight
on pages of our own writing stand in `tests/discovery/test_written_links.py`. "No false terms" passes a legal
notice or a licence that the label does not list.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.data.discovery_files import load_discovery
from checker.discovery import DiscoveryBook, candidates, plain_address
from checker.html import read
from checker.model.seen import Candidate

ROOT = Path(__file__).resolve().parent.parent
LINKS = ROOT.parent / "shared" / "links"
FAULTS = ROOT / "accuracy" / "discovery.txt"
COLUMNS = ("terms first", "terms in three", "legal notice first", "no false terms")
_LEGAL_TYPES = frozenset({"Imprint", "Copyright Claims Policy"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A labelled page, what was found on it, and how it counts: for each column, right or wrong."""

    url: str
    language: str
    is_even: bool
    wanted: dict[str, list[str]]
    found: tuple[Candidate, ...]
    counts: dict[str, bool]


def run(links: Path = LINKS) -> None:
    """Print the table of discovery by language, or say that there are no labelled pages."""
    if not (links / "labels.jsonl").is_file():
        print(f"Discovery: no labelled pages in {links}, nothing measured.")
        return
    measured = cases(links, load_discovery())
    _print_table(measured)
    FAULTS.parent.mkdir(exist_ok=True)
    FAULTS.write_text("".join(_faults(measured)), encoding="utf-8")
    print(f"Faults: {FAULTS.relative_to(ROOT)}")


def cases(links: Path, book: DiscoveryBook, *, every: int = 1) -> list[Case]:
    """Give the labelled pages with what was found on them, or every so many of them."""
    lines = (links / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    numbered = list(enumerate(lines))[::every]
    return [_case(json.loads(line), number % 2 == 0, links, book) for number, line in numbered]


def _case(label: dict[str, object], is_even: bool, links: Path, book: DiscoveryBook) -> Case:
    url, wanted = str(label["url"]), label["links"]
    assert isinstance(wanted, dict)
    body = gzip.decompress((links / str(label["page"])).read_bytes())
    found = candidates(read(body, "text/html", url), url, book)
    return Case(
        url=url,
        language=str(label["language"]),
        is_even=is_even,
        wanted=wanted,
        found=found,
        counts=_counts(wanted, found),
    )


def _counts(wanted: dict[str, list[str]], found: tuple[Candidate, ...]) -> dict[str, bool]:
    addresses = [plain_address(one.url) for one in found]
    if "terms" in wanted:
        right = {plain_address(url) for url in wanted["terms"]}
        return {
            COLUMNS[0]: addresses[0] in right if addresses else False,
            COLUMNS[1]: bool(right & {*addresses[:3]}),
        }
    if "legal_notice" in wanted:
        right = {plain_address(url) for url in wanted["legal_notice"]}
        return {COLUMNS[2]: bool(addresses) and addresses[0] in right}
    return {COLUMNS[3]: all(one.document_type in _LEGAL_TYPES for one in found)}


def _print_table(measured: list[Case]) -> None:
    print(f"{'discovery':<12}{'pages':>7}" + "".join(f"{column:>26}" for column in COLUMNS))
    for language, count in Counter(case.language for case in measured).most_common():
        print(_row(language, [case for case in measured if case.language == language], count))
    for name, half in (("even pages", True), ("odd pages", False)):
        chosen = [case for case in measured if case.is_even is half]
        print(_row(name, chosen, len(chosen)))
    print(_row("all", measured, len(measured)))


def _row(name: str, measured: Iterable[Case], count: int) -> str:
    cells = []
    for column in COLUMNS:
        marks = [case.counts[column] for case in measured if column in case.counts]
        share = f"{100 * sum(marks) / len(marks):.1f} % ({sum(marks)}/{len(marks)})" if marks else "-"
        cells.append(f"{share:>26}")
    return f"{name:<12}{count:>7}" + "".join(cells)


def _faults(measured: list[Case]) -> Iterable[str]:
    for case in measured:
        wrong = [column for column, is_right in case.counts.items() if not is_right]
        if wrong:
            yield f"{case.language} {case.url}\n  wrong: {', '.join(wrong)}\n  wanted: {case.wanted}\n"
            for one in case.found[:5]:
                named = f"{one.document_type} | {one.link_text} | {one.url} | {one.found_by}"
                yield f"  {one.score:6.2f} {named}\n"


def main() -> None:
    """Measure and print."""
    run()


if __name__ == "__main__":
    main()
