"""The hosts that asked not to be visited, from our file and the operator's; no verdict depends on them."""

from pathlib import Path
from urllib.parse import urlsplit

from checker.address import clean
from checker.errors import BadData, Refused

OURS = Path(__file__).parent / "opt_out" / "hosts.txt"


def load_opt_out(own: Path | None = None) -> frozenset[str]:
    """Give the host names in our file and in another one; raise `BadData` with the place of a fault."""
    return frozenset(host for path in (OURS, own) if path for host in _hosts(path))


def _hosts(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path}: {error}") from error
    named = ((number, line.partition("#")[0].strip()) for number, line in enumerate(lines, 1))
    return [_host(path, number, text) for number, text in named if text]


def _host(path: Path, number: int, text: str) -> str:
    try:
        url = clean(text)
    except Refused as error:
        raise BadData(f"{path}, line {number}: {error.detail}") from error
    host = urlsplit(url).hostname or ""
    if url != f"https://{host}/":
        raise BadData(f"{path}, line {number}: a host name alone is expected, such as exemple.fr")
    return host
