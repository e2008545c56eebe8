"""What robots.txt says about the pasted address: to all robots, to ours, and apart from these to AI agents.

`site.robots_disallows` is `no` where the file was read, or is absent, and does not exclude the address:
nothing is stated, which is no permission. It is `unknown` where two readings of the file differ. A file that
could not be read gives `site.robots_unreadable`. A file of another scheme, host or port than the page's is
not looked at.
"""

from collections.abc import Iterator

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.barrier import barrier_of
from checker.signals.robots.outcome import Access, Outcome, outcome
from checker.signals.robots.parser import PRODUCT_TOKEN, Explained, RobotFileParser, Source
from checker.signals.scope import AI_ONLY, CONTEXT, DECIDES, address_of, finding, origin, resources
from checker.words import Cause, Role, State

SIGNAL = "robots"
DISALLOWS = "site.robots_disallows"
UNREADABLE = "site.robots_unreadable"
CRAWL_DELAY = "site.crawl_delay"
AI_DISALLOWS = "ai.robots_disallows"
FACTS = frozenset({DISALLOWS, UNREADABLE, CRAWL_DELAY, AI_DISALLOWS})

AI_AGENTS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ChatGPT-User",
    "Claude-Web",
    "ClaudeBot",
    "cohere-ai",
    "Diffbot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
    "OAI-SearchBot",
    "PerplexityBot",
)
"""Agents that collect for AI models; what binds them binds nobody else (RFC 9309 2.2.1)."""


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give what the robots.txt of the pasted address, and of the page it led to, state."""
    return tuple(found for exhibit in snapshot.of(Role.ROBOTS) for found in _of(snapshot, exhibit))


def _of(snapshot: Snapshot, exhibit: Exhibit) -> Iterator[Finding]:
    urls = _addresses(snapshot, exhibit)
    seen = exhibit.page or exhibit.missing
    if not urls or seen is None:
        return
    means = outcome(seen)
    if exhibit.page and barrier_of(exhibit.page, exhibit.reading) is Cause.CHALLENGE:
        means = Outcome(access=Access.CLOSED, cause=str(Cause.CHALLENGE))
    if means.access is Access.RULES and exhibit.page:
        parser = RobotFileParser(exhibit.url)
        parser.parse(exhibit.page.body)
        yield _answer(snapshot, exhibit, parser, urls)
        yield from _delay(snapshot, exhibit, parser)
        yield from _to_ai(snapshot, exhibit, parser, urls[0])
    else:
        yield _unruled(snapshot, exhibit, means)


def parser_of(exhibit: Exhibit) -> RobotFileParser:
    """Give a parser of the file in an exhibit; without records where there are no rules."""
    parser = RobotFileParser(exhibit.url)
    if exhibit.page and outcome(exhibit.page).access is Access.RULES:
        parser.parse(exhibit.page.body)
    return parser


def exhibits_for(snapshot: Snapshot) -> tuple[Exhibit, ...]:
    """Give the robots.txt exhibits that speak of the pasted address or of the page it led to."""
    return tuple(exhibit for exhibit in snapshot.of(Role.ROBOTS) if _addresses(snapshot, exhibit))


def _addresses(snapshot: Snapshot, exhibit: Exhibit) -> tuple[str, ...]:
    urls = [snapshot.target.url, *(address_of(page) for page in resources(snapshot))]
    here = origin(exhibit.url)
    return tuple(dict.fromkeys(url for url in urls if here and origin(url) == here))


def _answer(snapshot: Snapshot, exhibit: Exhibit, parser: RobotFileParser, urls: tuple[str, ...]) -> Finding:
    answers = [parser.explain(agent, url) for url in urls for agent in ("*", PRODUCT_TOKEN)]
    worst = min(answers, key=_rank)
    state = (State.YES, State.UNKNOWN, State.NO)[_rank(worst)]
    quote = worst.rule or (f"User-agent: {worst.agents[0]}" if worst.agents else "HTTP 200")
    return finding(
        snapshot,
        exhibit,
        DISALLOWS,
        state,
        _SAY[state],
        signal=SIGNAL,
        weight=DECIDES,
        quote=quote,
        line=worst.line,
    )


def _rank(answer: Explained) -> int:
    if answer.allowed:
        return 2
    return 1 if answer.source is Source.UNCERTAIN else 0


_SAY = {
    State.YES: Text(
        fr="Le fichier robots.txt exclut cette adresse : c’est une opposition à la collecte automatisée.",
        en="The robots.txt file excludes this address: an objection to automated collection.",
    ),
    State.UNKNOWN: Text(
        fr="Le fichier robots.txt peut se lire de deux façons pour cette adresse, nous ne tranchons pas.",
        en="The robots.txt file can be read in two ways for this address; we do not choose.",
    ),
    State.NO: Text(
        fr="Le fichier robots.txt n’exclut pas cette adresse ; ce n’est pas une permission.",
        en="The robots.txt file does not exclude this address; that is no permission.",
    ),
}


def _unruled(snapshot: Snapshot, exhibit: Exhibit, means: Outcome) -> Finding:
    is_closed = means.access is Access.CLOSED
    if is_closed:
        say = Text(
            fr="Le fichier robots.txt n’a pas pu être lu : le site est tenu pour fermé aux robots.",
            en="The robots.txt file could not be read: the site is taken as closed to robots.",
        )
    elif means.is_refused:
        say = Text(
            fr="L’accès au fichier robots.txt est refusé : aucune consigne lue, et ce n’est pas un accord.",
            en="Access to the robots.txt file is refused: no instruction was read, and that is no consent.",
        )
    else:
        say = Text(
            fr="Le site n’a pas de fichier robots.txt : rien n’est dit, ce n’est pas une permission.",
            en="The site has no robots.txt file: nothing is stated, and that is no permission.",
        )
    return finding(
        snapshot,
        exhibit,
        UNREADABLE if is_closed else DISALLOWS,
        State.YES if is_closed else State.NO,
        say,
        signal=SIGNAL,
        weight=DECIDES,
        quote=means.cause.replace("http_", "HTTP "),
    )


def _delay(snapshot: Snapshot, exhibit: Exhibit, parser: RobotFileParser) -> Iterator[Finding]:
    if parser.crawl_delay(PRODUCT_TOKEN) is None:
        return
    group = parser.explain(PRODUCT_TOKEN, snapshot.target.url).agents
    stated = [record for record in parser.records if record.name == "crawl-delay" and record.agents]
    for record in [record for record in stated if set(record.agents) <= set(group)][-1:]:
        say = Text(
            fr="Le site demande aux robots d’espacer leurs visites ; cela règle le rythme, pas l’usage.",
            en="The site asks robots to space out their requests; this sets the pace, not the reuse.",
        )
        yield finding(
            snapshot,
            exhibit,
            CRAWL_DELAY,
            State.YES,
            say,
            signal=SIGNAL,
            weight=CONTEXT,
            quote=record.text,
            line=record.line,
        )


def _to_ai(snapshot: Snapshot, exhibit: Exhibit, parser: RobotFileParser, url: str) -> Iterator[Finding]:
    named = [(agent, parser.explain(agent, url)) for agent in AI_AGENTS if parser.names(agent)]
    refused = [(agent, answer) for agent, answer in named if answer.rule and not answer.allowed]
    if not refused:
        return
    agents = ", ".join(agent for agent, _ in refused)
    say = Text(
        fr=f"Le fichier robots.txt exclut des robots d’IA ({agents}) ; cela ne décide pas de cet usage.",
        en=f"The robots.txt file excludes AI agents ({agents}); this does not decide this use.",
    )
    first = min((answer for _, answer in refused), key=lambda answer: answer.line or 0)
    yield finding(
        snapshot,
        exhibit,
        AI_DISALLOWS,
        State.YES,
        say,
        signal=SIGNAL,
        weight=AI_ONLY,
        quote=first.rule or "",
        line=first.line,
    )
