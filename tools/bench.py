"""Print speed ratios of one run: finding clauses beside parsing the same bytes with BeautifulSoup on lxml.

For each language, its pages of `../shared/sites` where there are any (English: our own when none are), and
the labelled documents as bare paragraphs, where nearly every byte is text. Then growth to 2 million
characters. Processor time.
"""

import gzip
import html
import time
from collections.abc import Callable
from importlib.metadata import version

from bs4 import BeautifulSoup

from checker.clauses import ClauseBook, detect, language_of
from checker.data.clause_files import load_clauses
from tools.accuracy_corpus import CORPUS, read

_SAMPLE = "You may not use robots to access the site. Prices include tax. Write to us at any time.\n"
_LARGEST = 2_000_000
SITES = CORPUS.parent / "sites"
Page = tuple[bytes, str]


def main() -> None:
    """Print the table."""
    print(*(f"{name} {version(name)}" for name in ("google-re2", "beautifulsoup4", "lxml")))
    book = load_clauses()
    pages = _pages()
    print("language    pages: MB  ratio    bare paragraphs: MB  ratio")
    for language in sorted(book.languages):
        mine, bare = pages.get(language, []), _bare(language)
        if mine or bare:
            print(f"{language:8} {_row(mine, language, book):>19} {_row(bare, language, book):>28}")
    text = "".join(words for _, words in pages["en"])
    text *= _LARGEST // len(text) + 1
    for size in (250_000, 500_000, 1_000_000, _LARGEST):
        took = best(lambda size=size: detect(text[:size], "en", book), rounds=1)
        print(f"en, {size / 1e6:.2f} M characters: {took:.3f} s, {took / size * 1e5:.4f} s per 100 kB")


def _row(pages: list[Page], language: str, book: ClauseBook) -> str:
    """Give the size of some pages and the ratio of the time that finding takes to the time of parsing."""
    if not pages:
        return "–"
    theirs = sum(best(lambda page=page: BeautifulSoup(page, "lxml")) for page, _ in pages)
    ours = sum(best(lambda words=words: detect(words, language, book)) for _, words in pages)
    return f"{sum(len(page) for page, _ in pages) / 1e6:.2f}  {ours / theirs:5.2f}"


def _bare(language: str) -> list[Page]:
    """Give the labelled documents as HTML with no byte but their text and `<p>` tags."""
    return [(_paragraphs(one.text), one.text) for one in (read((language,)) if CORPUS.is_dir() else ())]


def _paragraphs(text: str) -> bytes:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip()).encode()


def _pages() -> dict[str, list[Page]]:
    """Give real pages and their text, by language."""
    found: dict[str, list[Page]] = {}
    for path in sorted(SITES.glob("*/*.gz")):
        page = gzip.decompress(path.read_bytes())
        if not page.startswith(b"%PDF"):
            words = BeautifulSoup(page, "lxml").get_text("\n\n")
            found.setdefault(language_of(words), []).append((page, words))
    sample = _SAMPLE * 5_000
    return found if "en" in found else {**found, "en": [(_paragraphs(sample), sample)]}


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the least of some times, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
