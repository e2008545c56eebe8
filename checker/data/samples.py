"""The fictional sites under `.example`, served to the same river without a network."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from checker.codec import convert
from checker.errors import BadData, BadInput
from checker.model import Missing, Page, Text
from checker.visit import Allow
from checker.words import Cause

FOLDER = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a sample site answers at one path; the path `*` answers for every other."""

    path: str
    status: int = 200
    file: str = ""
    body: str = ""
    type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One sample site: what it shows, and the address to start from."""

    title: Text
    say: Text
    start: str
    response: tuple[Response, ...]
    host: str = ""

    @property
    def url(self) -> str:
        """Give the address to start from."""
        return self.start

    def bytes_of(self, response: Response) -> bytes:
        """Give the body of one of its answers."""
        if response.file:
            return (FOLDER / self.host / response.file).read_bytes()
        return response.body.encode()


@cache
def load_samples() -> dict[str, Sample]:
    """Give the sample sites by host, in alphabetical order; raise `BadData` for a faulty file."""
    return {folder.name: _load(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()}


def _load(folder: Path) -> Sample:
    try:
        raw = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))
        return convert({**raw, "host": folder.name}, Sample)
    except (BadInput, tomllib.TOMLDecodeError) as error:
        raise BadData(f"samples/{folder.name}/site.toml: {error}") from error


class SampleFetcher:
    """Answers for the hosts of the samples, at once and without a network."""

    def __init__(self, samples: Mapping[str, Sample]) -> None:
        self._samples = samples

    def serves(self, url: str) -> bool:
        """Tell whether an address is one of a sample site."""
        return (urlsplit(url).hostname or "") in self._samples

    def __call__(self, url: str, allow: Allow) -> Page | Missing:
        """Give the page of a sample site as its folder has it; `KeyError` for any other site."""
        parts = urlsplit(url)
        sample = self._samples[parts.hostname or ""]
        now = datetime.now(UTC)
        if not allow(url):
            return Missing(url=url, cause=Cause.ROBOTS_DISALLOWED, taken_at=now, final_url=url)
        response = _answer(sample, parts.path or "/")
        body = sample.bytes_of(response)
        return Page(
            url=url,
            final_url=url,
            status=response.status,
            headers=(("content-type", response.type), *response.headers),
            body=body,
            taken_at=now,
            sha256=hashlib.sha256(body).hexdigest(),
        )


def _answer(sample: Sample, path: str) -> Response:
    by_path = {response.path: response for response in sample.response}
    nothing = Response(path=path, status=404, body="Not found", type="text/plain; charset=utf-8")
    return by_path.get(path) or by_path.get("*") or nothing
