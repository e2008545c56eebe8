"""Print speed ratios of one run: finding clauses beside parsing the same document with BeautifulSoup.

Documents are the corpus of `../shared` wrapped as HTML when it is there, else our own sample text.
"""

import html
import time
from collections.abc import Callable
from importlib.metadata import version

from bs4 import BeautifulSoup

from checker.clauses import detect
from checker.data.clause_files import load_clauses
from tools.accuracy_corpus import CORPUS, read

_SAMPLE = "You may not use robots to access the site. Prices include tax. Write to us at any time.\n\n"
_LARGEST = 2_000_000


def main() -> None:
    """Print the table."""
    print(*(f"{name} {version(name)}" for name in ("google-re2", "beautifulsoup4", "lxml")))
    book = load_clauses()
    texts = _texts()
    for language, text in texts.items():
        page = "".join(f"<p>{html.escape(part)}</p>\n" for part in text.split("\n\n"))
        detect(text, language, book)
        ours = best(lambda text=text, language=language: detect(text, language, book))
        theirs = best(lambda page=page: BeautifulSoup(page, "lxml"))
        size = len(page.encode())
        print(
            f"{language}: {size / 1e6:.2f} MB, clauses {ours:.3f} s, BeautifulSoup {theirs:.3f} s,", end=" "
        )
        print(f"ratio {ours / theirs:.2f}")
    text = texts["en"] * (_LARGEST // len(texts["en"]) + 1)
    for size in (250_000, 500_000, 1_000_000, _LARGEST):
        took = best(lambda size=size: detect(text[:size], "en", book), rounds=1)
        print(f"en, {size / 1e6:.2f} M characters: {took:.3f} s, {took / size * 1e5:.4f} s per 100 kB")


def _texts() -> dict[str, str]:
    if not (CORPUS / "labels.jsonl").is_file():
        return {"en": _SAMPLE * 5_000}
    found: dict[str, str] = {}
    for document in read():
        if (
            document.language in load_clauses().languages
            and len(found.get(document.language, "")) < 1_000_000
        ):
            found[document.language] = found.get(document.language, "") + document.text + "\n\n"
    return found


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the least of some times, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
