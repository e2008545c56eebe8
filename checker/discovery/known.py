"""What the register knows of a host's terms, as a finding: dated, and never passed off as read today."""

from babel.dates import format_date

from checker.discovery.book import DiscoveryBook
from checker.discovery.elsewhere import known_source
from checker.discovery.register import Basis, KnownClause, Source
from checker.model import Finding, Place, Text
from checker.words import ClauseKind, Effect, State

SIGNAL = "register"
FACT = "site.register_prohibits"
FACTS = frozenset({FACT})

_READ = frozenset({Basis.CORPUS, Basis.RULEBOOK})
_NOT_FOR_VISITORS = frozenset({"Developer Terms", "Commercial Terms"})
_BANS: dict[ClauseKind, Text] = {
    ClauseKind.AUTOMATED_ACCESS: Text(fr="l’accès automatisé", en="automated access"),
    ClauseKind.CONTACT_HARVESTING: Text(fr="le relevé de coordonnées", en="collecting contact details"),
    ClauseKind.DATABASE_EXTRACTION: Text(fr="l’extraction de la base", en="extraction from the database"),
    ClauseKind.COMMERCIAL_REUSE: Text(fr="la réutilisation commerciale", en="commercial reuse"),
}


def known_clauses(host: str, book: DiscoveryBook) -> tuple[tuple[Source, KnownClause], ...]:
    """Give the clauses that somebody read for the register, with their source; hearsay is left out."""
    return tuple(
        (source, clause)
        for source in known_source(host, book)
        for clause in source.clauses
        if clause.basis in _READ
    )


def known_bans(host: str, book: DiscoveryBook) -> tuple[Finding, ...]:
    """Give one finding where the register knows that a site's terms forbid taking its data; or none."""
    found = [(source, one) for source, one in known_clauses(host, book) if _bans(one)]
    if not found:
        return ()
    source, first = found[0]
    return (
        Finding(
            signal=SIGNAL,
            fact=FACT,
            state=State.YES,
            weight="decides",
            quote="",
            place=Place(url=address_of(source, first), section=first.section),
            say=_say(source, [one for _, one in found]),
        ),
    )


def address_of(source: Source, clause: KnownClause) -> str:
    """Give the address of the document that a clause stands in; the site itself where it is not known."""
    known = (one.url for one in source.documents if one.document_type == clause.document and one.url)
    return next(known, f"https://{source.hosts[0]}/")


def _bans(clause: KnownClause) -> bool:
    is_ban = clause.effect is Effect.PROHIBITS and clause.kind in _BANS
    return is_ban and clause.document not in _NOT_FOR_VISITORS


def _say(source: Source, clauses: list[KnownClause]) -> Text:
    kinds = list(dict.fromkeys(clause.kind for clause in clauses))
    sections = ", ".join(dict.fromkeys(clause.section for clause in clauses if clause.section))
    read_on = min(clause.read_on for clause in clauses)
    place = f" (sections {sections})" if sections else ""
    return Text(
        fr=f"D’après notre registre, lu le {format_date(read_on, 'd MMMM y', locale='fr')}, les conditions "
        f"de {source.name} interdisent {', '.join(_BANS[kind].fr for kind in kinds)}{place}. "
        "Nous ne les avons pas relues aujourd’hui.",
        en=f"From our register, read on {format_date(read_on, 'd MMMM y', locale='en')}: the terms of "
        f"{source.name} forbid {', '.join(_BANS[kind].en for kind in kinds)}{place}. "
        "We did not read them again today.",
    )
