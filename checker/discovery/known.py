"""What the register knows of a host's terms, as a finding: dated, and never passed off as read today."""

from babel.dates import format_date

from checker.discovery.book import DiscoveryBook
from checker.discovery.elsewhere import known_source
from checker.discovery.register import Basis, KnownClause, KnownDocument, Source
from checker.model import Finding, Place, Text
from checker.words import ClauseKind, Effect, State

SIGNAL = "register"
FACT = "site.register_prohibits"
GAP = "site.register_silent"
FACTS = frozenset({FACT, GAP})

_READ = frozenset({Basis.CORPUS, Basis.RULEBOOK})
_NOT_FOR_VISITORS = frozenset({"Developer Terms", "Commercial Terms"})
_NO_WAY = Text(
    fr="Ouvrez le site dans votre navigateur, cherchez ses conditions d’utilisation en bas de page, puis "
    "remettez-nous leur texte.",
    en="Open the site in your browser, look for its terms of use at the foot of the page, then hand us their "
    "text.",
)
_ARCHIVED = Text(
    fr="Ouvrez ses conditions (adresse relevée dans une archive publique) dans votre navigateur, puis "
    "remettez-nous leur texte.",
    en="Open its terms (address noted from a public archive) in your browser, then hand us their text.",
)
_GUESSED = Text(
    fr="Ouvrez ses conditions (adresse habituelle, non vérifiée) dans votre navigateur, puis remettez-nous "
    "leur texte.",
    en="Open its terms (usual address, not verified) in your browser, then hand us their text.",
)
_WAYS = dict.fromkeys(Basis, _ARCHIVED) | {Basis.GENERAL_KNOWLEDGE: _GUESSED}
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


def known_gaps(host: str, book: DiscoveryBook) -> tuple[Finding, ...]:
    """Give one finding, which decides nothing, where the register lists a site without any kind of clause.

    It says that nothing is recorded, and leads to the terms where their address is known.
    """
    source = next((one for one in known_source(host, book) if not one.clauses), None)
    if source is None:
        return ()
    document = min((one for one in source.documents if one.url), key=_how_far, default=None)
    way = _WAYS[document.basis] if document else _NO_WAY
    place = Place(url=document.url if document else f"https://{source.hosts[0]}/")
    say = Text(
        fr=f"Notre registre connaît {source.name} mais pas ce que ses conditions permettent ou interdisent : "
        f"aucun genre de clause n’y est relevé, ce qui n’est pas un accord. {way.fr}",
        en=f"Our register lists {source.name} but not what its terms allow or forbid: "
        f"no kind of clause is recorded, which is no consent. {way.en}",
    )
    return (
        Finding(
            signal=SIGNAL,
            fact=GAP,
            state=State.UNKNOWN,
            weight="context",
            quote="",
            place=place,
            say=say,
        ),
    )


def _how_far(document: KnownDocument) -> tuple[bool, bool]:
    is_guess = document.basis is Basis.GENERAL_KNOWLEDGE
    return is_guess, document.document_type != "Terms of Service"


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
