"""`urllib.robotparser`'s methods over Protego, with the deciding line from our own scanner beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from protego import Protego

from checker.signals.robots import paths
from checker.signals.robots.outcome import Access, Outcome, classify
from checker.signals.robots.scan import Group, Record, Rule, Scanned, agent_token, deciding, scan
from checker.words import Cause

PRODUCT_TOKEN = "GardeFouBot"  # noqa: S105 - a product token in the sense of RFC 9309 2.2.1
"""The name by which robots.txt files may address us."""

_NAME = {True: "Allow", False: "Disallow"}
_RATES = frozenset({"crawl-delay", "request-rate"})


class RequestRate(NamedTuple):
    """So many requests in so many seconds."""

    requests: int
    seconds: int


class Source(StrEnum):
    """What an answer rests on."""

    RULE = "rule"
    NO_RULE = "no rule"
    IMPLICIT = "implicit"
    HTTP = "http"
    SIZE = "size"
    UNCERTAIN = "uncertain"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Whether an agent may fetch an address, and the line (from 1) and rule that decided, where one did.

    `source` is `uncertain` where Protego and our scanner differ: then `allowed` is False. It is `size` where
    no rule was met in the part of a too long file that was read, and `implicit` for /robots.txt itself.
    """

    allowed: bool
    line: int | None = None
    rule: str | None = None
    agents: tuple[str, ...] = ()
    source: Source


class RobotFileParser:
    """One robots.txt, with the method names of `urllib.robotparser`; it never fetches, and never fails."""

    def __init__(self, url: str = "") -> None:
        self.allow_all = False
        self.disallow_all = False
        self._scanned: Scanned | None = None
        self._engines: dict[tuple[int, ...], Protego] = {}
        self._mtime = 0.0
        self.set_url(url)

    def set_url(self, url: str) -> None:
        """Set the address of the file; answers do not depend on it."""
        self.url = url

    def mtime(self) -> float:
        """Give the time set by `modified`, 0.0 before."""
        return self._mtime

    def modified(self, at: float) -> None:
        """Set the time at which the file was fetched, in seconds of the epoch."""
        self._mtime = at

    def parse(self, lines: Iterable[str] | str | bytes) -> None:
        """Read a file: bytes as received (best), text, or a list of lines."""
        self._scanned = scan(lines if isinstance(lines, str | bytes) else "\n".join(lines))
        self._engines = {}

    def from_response(
        self,
        status: int | None,
        body: bytes,
        headers: Iterable[tuple[str, str]] = (),
        error: Cause | None = None,
    ) -> Outcome:
        """Take an HTTP answer, or the cause why none came, and give what it means."""
        outcome = classify(status, body, tuple(headers), error)
        self._scanned = None
        self.allow_all = outcome.access is Access.OPEN
        self.disallow_all = outcome.access is Access.CLOSED
        if outcome.access is Access.RULES:
            self.parse(body)
        return outcome

    def can_fetch(self, useragent: str, url: str) -> bool:
        """Tell whether the agent may fetch the address; False before anything was read."""
        return self.explain(useragent, url).allowed

    def explain(self, useragent: str, url: str) -> Explained:
        """Give the answer of `can_fetch` with what it rests on."""
        if self.allow_all or self.disallow_all:
            return Explained(allowed=self.allow_all, source=Source.HTTP)
        if self._scanned is None:
            return Explained(allowed=False, source=Source.UNREAD)
        forms = paths.url_forms(url)
        if forms[0].partition("?")[0] == "/robots.txt":
            return Explained(allowed=True, source=Source.IMPLICIT)
        groups = self._groups(useragent)
        rule = deciding(groups, forms)
        agents = tuple(dict.fromkeys(agent for group in groups for agent in group.agents))
        by_engine = self._engine(groups).can_fetch(f"https://robots.invalid{forms[0]}", "*")
        if by_engine != (rule is None or rule.allows):
            return _uncertain(rule, agents)
        if rule is None:
            source = Source.SIZE if self._scanned.was_cut else Source.NO_RULE
            return Explained(allowed=True, agents=agents, source=source)
        return Explained(
            allowed=rule.allows, line=rule.line, rule=rule.text, agents=agents, source=Source.RULE
        )

    def crawl_delay(self, useragent: str) -> float | None:
        """Give the seconds to wait between two requests, where the agent's group says it."""
        delay: float | None = self._engine(self._groups(useragent)).crawl_delay("*")
        return delay

    def request_rate(self, useragent: str) -> RequestRate | None:
        """Give the rate that the agent's group asks for."""
        rate = self._engine(self._groups(useragent)).request_rate("*")
        return RequestRate(rate.requests, rate.seconds) if rate else None

    def site_maps(self) -> list[str] | None:
        """Give the sitemaps as written, relative ones too; None where there is none."""
        return [record.value for record in self.records if record.name == "sitemap"] or None

    @property
    def records(self) -> tuple[Record, ...]:
        """Give the lines that are no User-agent, Allow or Disallow, in order, with their agents."""
        groups = self._scanned.groups if self._scanned else ()
        return tuple(record for group in groups for record in group.records)

    def names(self, useragent: str) -> bool:
        """Tell whether a group names this very agent."""
        return bool(self._scanned and self._scanned.naming(agent_token(useragent)))

    def _groups(self, useragent: str) -> tuple[Group, ...]:
        if self._scanned is None:
            return ()
        return self._scanned.naming(agent_token(useragent)) or self._scanned.naming("*")

    def _engine(self, groups: tuple[Group, ...]) -> Protego:
        # One engine for the groups of one agent: given the whole file, Protego copies each rule to each agent
        # above it, and 500 KB of agents and rules become 400 million rules.
        key = tuple(group.number for group in groups)
        if key not in self._engines:
            self._engines[key] = Protego.parse(_for_engine(groups))
        return self._engines[key]


def _for_engine(groups: tuple[Group, ...]) -> str:
    written = ["User-agent: *", "Disallow:"]
    for group in groups:
        written += [f"{name}: {value}" for _, name, value, _ in group.others if name in _RATES]
        written += [f"{_NAME[rule.allows]}: {rule.forms[0]}" for rule in group.rules]
    return "\n".join(written)


def _uncertain(rule: Rule | None, agents: tuple[str, ...]) -> Explained:
    if rule is None or rule.allows:
        return Explained(allowed=False, agents=agents, source=Source.UNCERTAIN)
    return Explained(allowed=False, line=rule.line, rule=rule.text, agents=agents, source=Source.UNCERTAIN)


def answer(robots: str | bytes, agent: str, url: str) -> Explained:
    """Give whether `agent` may fetch `url` under this file, with the deciding line and rule."""
    parser = RobotFileParser()
    parser.parse(robots)
    return parser.explain(agent, url)
