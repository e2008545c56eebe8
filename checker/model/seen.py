"""What was seen on one visit."""

from dataclasses import dataclass
from datetime import datetime

from checker.model.asked import Target
from checker.words import Cause, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An HTTP response received in full, whatever its status; `body` is gunzipped, charset untouched.

    `rendered_from` is the SHA-256 of what the server sent, where `body` is what a browser made of that at
    `taken_at` by running the page's scripts; else empty.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    taken_at: datetime
    sha256: str
    hops: tuple[str, ...] = ()
    rendered_from: str = ""

    def header(self, name: str) -> str:
        """Give the first value of a header whatever its case; empty when there is none."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something that was asked for and could not be had, or could not be read, with its cause.

    `until` is when a site that asked for patience may be asked again.
    """

    url: str
    cause: Cause
    taken_at: datetime
    status: int | None = None
    detail: str = ""
    final_url: str | None = None
    until: datetime | None = None

    @property
    def word(self) -> str:
        """Give the cause as one word for programs: `http_403`, `timeout`."""
        return f"http_{self.status}" if self.cause is Cause.HTTP_STATUS else str(self.cause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a page: absolute address, its own words (or alt text), and where it stands.

    `region` is one of: head, header, nav, main, form, footer, hidden, json_ld, script. `context` is the text
    of the block around it, at most 300 characters. `position` runs from 0.0 (top) to 1.0 (end of the page).
    """

    url: str
    text: str
    rel: tuple[str, ...] = ()
    region: str = "main"
    context: str = ""
    position: float = 0.0
    type: str = ""
    hreflang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the readable text, at its offsets."""

    start: int
    end: int
    level: int


BRIEF = "brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The readable side of a page. All offsets of clauses are offsets into `text` (in characters).

    `text` has one block a line: headings begin with `#` marks, bullets with `- ` after two spaces a level,
    numbered items with their number. `page_starts` are the offsets of the pages of a PDF.
    `marks` are names of signs that the page is no document: `password_field`, `empty_shell`, `challenge`,
    `hidden_text`, `truncated`, `scanned`, `undecodable`, `meta_refresh`, and `BRIEF`: terms so short that
    nobody can tell whether they are whole.
    """

    format: str
    text: str
    title: str = ""
    declared_language: str = ""
    charset: str = "utf-8"
    links: tuple[Link, ...] = ()
    metas: tuple[tuple[str, str], ...] = ()
    json_ld: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    page_starts: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()
    boilerplate_links: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A link that may lead to the site's own terms, with how it was found; best first in any list of them."""

    url: str
    document_type: str
    link_text: str
    found_by: str
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One thing asked for during a visit: why, what came (`page` or `missing`), and what could be read of it.

    A page that came but cannot be relied on (a challenge, not terms) has both `page` and `missing`.
    `versions` are language and address of its versions in other languages, as its links name them.
    """

    role: Role
    url: str
    page: Page | None = None
    missing: Missing | None = None
    reading: Reading | None = None
    language: str = ""
    document_type: str = ""
    found_by: str = ""
    link_text: str = ""
    version_of: str = ""
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def is_read(self) -> bool:
        """Tell whether its text can be relied on."""
        return self.missing is None and self.reading is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything seen on one visit; from here on nothing meets the network."""

    id: str
    target: Target
    taken_at: datetime
    exhibits: tuple[Exhibit, ...]
    limits: tuple[str, ...] = ()

    def of(self, role: Role) -> tuple[Exhibit, ...]:
        """Give the exhibits of one role, in the order of the visit."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.role is role)
