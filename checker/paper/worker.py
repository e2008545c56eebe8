"""The process that prints: HTML on standard input, a PDF on standard output.

It ends with `MISSING` where WeasyPrint or the libraries under it (Pango, HarfBuzz) are not installed.
"""

import os
import resource
import sys
from typing import Any

MISSING = 3
_MEMORY = 2 << 30
_CPU_SECONDS = 30


def main() -> int:
    """Give the exit code after printing."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        import weasyprint
    except (ImportError, OSError):
        return MISSING
    page = weasyprint.HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=_refusal())
    with sink:
        sink.write(page.write_pdf(pdf_variant="pdf/ua-1"))
    return 0


def _refusal() -> Any:
    """Give a fetcher that opens nothing: our page is whole, and an address in it may be hostile."""
    from weasyprint.urls import URLFetcher

    class Refusal(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            raise ValueError(f"nothing is fetched: {url}")

    return Refusal()


if __name__ == "__main__":
    raise SystemExit(main())
