"""Print speed ratios of one run: finding clauses beside parsing the same pages with BeautifulSoup on lxml.

The pages are those of `../shared/sites` when they are there, else our own; then the labelled documents as
bare paragraphs, where nearly every byte is text. Growth is shown to 2 million characters. Processor time.
"""

import gzip
import html
import time
from collections.abc import Callable
from importlib.metadata import version

from bs4 import BeautifulSoup

from checker.clauses import detect
from checker.data.clause_files import load_clauses
from tools.accuracy_corpus import CORPUS, read

_SAMPLE = "<p>You may not use robots to access the site. Prices include tax. Write to us at any time.</p>\n"
_LARGEST = 2_000_000
SITES = CORPUS.parent / "sites"


def main() -> None:
    """Print the table."""
    print(*(f"{name} {version(name)}" for name in ("google-re2", "beautifulsoup4", "lxml")))
    book = load_clauses()
    ours = theirs = 0.0
    size = 0
    text = ""
    for page in _pages():
        words = BeautifulSoup(page, "lxml").get_text("\n\n")
        theirs += best(lambda page=page: BeautifulSoup(page, "lxml"))
        ours += best(lambda words=words: detect(words, "en", book))
        size += len(page)
        text += words
    print(f"{size / 1e6:.1f} MB of pages: clauses {ours:.2f} s, BeautifulSoup {theirs:.2f} s")
    print(f"ratio {ours / theirs:.2f}")
    for language in ("en", "fr"):
        print(f"{language}, documents as bare paragraphs: ratio {bare(language):.2f}")
    text *= _LARGEST // len(text) + 1
    for size in (250_000, 500_000, 1_000_000, _LARGEST):
        took = best(lambda size=size: detect(text[:size], "en", book), rounds=1)
        print(f"en, {size / 1e6:.2f} M characters: {took:.3f} s, {took / size * 1e5:.4f} s per 100 kB")


def bare(language: str) -> float:
    """Give the ratio on the labelled documents as HTML with no byte but their text and `<p>` tags."""
    book, ours, theirs = load_clauses(), 0.0, 0.0
    for document in read((language,)) if CORPUS.is_dir() else ():
        paragraphs = (html.escape(line) for line in document.text.split("\n") if line.strip())
        page = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs).encode()
        theirs += best(lambda page=page: BeautifulSoup(page, "lxml"))
        ours += best(lambda text=document.text: detect(text, language, book))
    return ours / theirs if theirs else float("nan")


def _pages() -> list[bytes]:
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(SITES.glob("*/*.gz"))]
    return [page for page in pages if not page.startswith(b"%PDF")] or [_SAMPLE.encode() * 5_000]


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
