"""Our own RFC 9309 scanner: groups, rules and other records with the line on which each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.signals.robots import paths
from checker.signals.robots.lines import decoded, lines

_NAMES = {
    "useragent": "user-agent",
    "user agent": "user-agent",
    "dissallow": "disallow",
    "dissalow": "disallow",
    "disalow": "disallow",
    "diasllow": "disallow",
    "disallaw": "disallow",
    "sitemaps": "sitemap",
    "site-map": "sitemap",
    "crawl delay": "crawl-delay",
    "request rate": "request-rate",
}
_KNOWN = frozenset(_NAMES.values()) | {"allow"} | frozenset(_NAMES)
_INDEX = "/index.html"
_TOKEN = re.compile(r"[^\s/*]*")
_COMPATIBLE = re.compile(r"\bcompatible;\s*([^\s/;)]+)", re.I)
_PRODUCT = re.compile(r"([^\s/*]+)(?:[/*].*|\s+\(.*)?", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One Allow or Disallow that can match; `text` is the line as written, without its comment.

    `forms` are the comparable spellings of its path (`paths.pattern_forms`).
    """

    line: int
    allows: bool
    forms: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A line that is no rule of RFC 9309 (Content-Signal, License, Crawl-delay, a typing error …)."""

    line: int
    name: str
    value: str
    agents: tuple[str, ...]
    text: str


@dataclass(slots=True)
class Group:
    """Agents as written, their rules, and the other records that stand among them."""

    number: int = 0
    agents: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    others: list[tuple[int, str, str, str]] = field(default_factory=list)
    is_closed: bool = False

    @property
    def records(self) -> tuple[Record, ...]:
        """Give the other records, each with all the agents of the group."""
        agents = tuple(self.agents)
        return tuple(
            Record(line=line, name=name, value=value, agents=agents, text=text)
            for line, name, value, text in self.others
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A robots.txt in order; the first group has no agent and holds what stands before all agents."""

    groups: tuple[Group, ...]
    was_cut: bool
    by_token: dict[str, tuple[Group, ...]]

    def naming(self, token: str) -> tuple[Group, ...]:
        """Give the groups that name exactly this token; RFC 9309 2.2.1 wants them taken together."""
        return self.by_token.get(token, ())


def file_token(value: str) -> str:
    """Give the product token of a User-agent line: up to a space, `/` or `*`; `*` alone stays."""
    if value == "*" or value[:2].strip() == "*":
        return "*"
    found = _TOKEN.match(value)
    return found[0].lower() if found else ""


def agent_token(agent: str) -> str:
    """Give an agent's product token: `Foo` of `Foo`, `Foo/1.0` and `Mozilla/5.0 (compatible; Foo/1.0)`.

    Words without a version ("Harry Potter") are no product token (RFC 9309 2.2.1): they come back whole, and
    so meet no group but `*`. Digits and dots stay: MJ12bot and AI2Bot are names.
    """
    name = agent.strip()
    found = _COMPATIBLE.search(name) or _PRODUCT.fullmatch(name)
    return found[1].lower() if found else name.lower()


def scan(robots: str | bytes) -> Scanned:
    """Read a whole file; no content makes it fail."""
    text, was_cut = decoded(robots)
    groups = [Group(is_closed=True)]
    for number, name, value, line in _records(text):
        group = groups[-1]
        if name == "user-agent":
            if group.is_closed:
                groups.append(Group(number=len(groups)))
            groups[-1].agents.append(value)
        elif name in {"allow", "disallow"}:
            group.is_closed = True
            if value and group.agents:
                group.rules += _rules(number, name == "allow", value, line)
        else:
            group.others.append((number, name, value, line))
    return Scanned(groups=tuple(groups), was_cut=was_cut, by_token=_by_token(groups))


def _by_token(groups: list[Group]) -> dict[str, tuple[Group, ...]]:
    found: dict[str, dict[int, Group]] = {}
    for group in groups:
        for agent in group.agents:
            found.setdefault(file_token(agent), {})[group.number] = group
    return {token: tuple(named.values()) for token, named in found.items()}


def _records(text: str) -> Iterator[tuple[int, str, str, str]]:
    for number, raw in enumerate(lines(text), start=1):
        line = raw.partition("#")[0].strip()
        name, colon, value = line.partition(":")
        if not colon:
            words = line.split()
            if len(words) != 2 or words[0].lower() not in _KNOWN:
                continue
            name, value = words
        name = name.strip().lower()
        yield number, _NAMES.get(name, name), value.strip(), line


def _rules(number: int, allows: bool, path: str, text: str) -> list[Rule]:
    if not path.startswith(("/", "*")):
        return []
    rules = [Rule(line=number, allows=allows, forms=paths.pattern_forms(path), text=text)]
    if allows and path.endswith(_INDEX):
        # Google and Protego: whoever allows the index page allows its directory.
        directory = f"{path.removesuffix(_INDEX)}/$"
        rules.append(Rule(line=number, allows=True, forms=paths.pattern_forms(directory), text=text))
    return rules


def deciding(groups: tuple[Group, ...], forms: tuple[str, ...]) -> Rule | None:
    """Give the rule that decides: most octets first, Allow where equal, then the first line."""
    best: Rule | None = None
    rank = (0, False)
    for rule in (rule for group in groups for rule in group.rules):
        length = _match(rule.forms, forms)
        if length and (length, rule.allows) > rank:
            best, rank = rule, (length, rule.allows)
    return best


def _match(patterns: tuple[str, ...], forms: tuple[str, ...]) -> int:
    pairs = ((patterns[0], forms[0]), (patterns[-1], forms[-1]))
    return max((len(pattern) for pattern, path in pairs if paths.matches(pattern, path)), default=0)
