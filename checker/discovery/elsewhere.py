"""Where terms are looked for when no link led to them: the register, the sitemap, usual paths, a hub."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from checker.discovery.book import TERMS, DiscoveryBook, Kind
from checker.discovery.candidates import candidates, plain_address
from checker.discovery.folding import fold
from checker.discovery.ownership import blog_of, brand_of, host_of
from checker.discovery.register import Basis, Entry, Source, entries_of, source_of
from checker.discovery.wording import Sense, path_sense
from checker.model.seen import Candidate, Reading

MOST_PROBES = 8
MOST_FROM_SITEMAP = 10
MOST_FROM_REGISTER = 10
_OWN_DOCUMENT = 1.0
_OTHER_SERVICE = -1.0
_MOST_ADDRESSES = 50_000
_LARGEST_SITEMAP = 10_000_000


def registered(host: str, book: DiscoveryBook) -> tuple[Candidate, ...]:
    """Give the addresses of a host's terms that we hold, terms for visitors first, at most 10.

    Those of the register are found by `register`; one that nobody has looked up is a mere `probe`.
    """
    brand = brand_of(f"https://{host}").words
    found: dict[str, Candidate] = {}
    for source in known_source(host, book):
        for document in source.documents:
            found_by = "probe" if document.basis is Basis.GENERAL_KNOWLEDGE else "register"
            _note(found, document.url, document.document_type, found_by, _OWN_DOCUMENT, book)
    for entry in register_entries(host, book):
        points = 0.0 if fold(entry.service) in brand else _OTHER_SERVICE
        _note(found, entry.url, entry.document_type, "register", points, book)
    ranked = sorted(found.values(), key=lambda one: (-one.score, len(one.url), one.url))
    return tuple(ranked[:MOST_FROM_REGISTER])


def _note(
    found: dict[str, Candidate], url: str, type_: str, found_by: str, points: float, book: DiscoveryBook
) -> None:
    if url:
        score = _type_weight(type_, book) + points
        candidate = Candidate(url=url, document_type=type_, link_text="", found_by=found_by, score=score)
        found.setdefault(plain_address(url), candidate)


def register_entries(host: str, book: DiscoveryBook) -> tuple[Entry, ...]:
    """Give what the register notes for a host, with its dates; a hosted blog has nothing of its host."""
    return () if blog_of(host, book.hosts) else entries_of(host, book.register)


def known_source(host: str, book: DiscoveryBook) -> tuple[Source, ...]:
    """Give the source used by marketers that a host belongs to, with the clauses known; or none."""
    return () if blog_of(host, book.hosts) else source_of(host, book.register)


def _type_weight(document_type: str, book: DiscoveryBook) -> float:
    weights = [one.weight for one in book.ranking.classes.values() if one.document_type == document_type]
    return max(weights, default=0.0)


def hub_links(reading: Reading, url: str, book: DiscoveryBook) -> tuple[Candidate, ...]:
    """Give the candidates of a page that lists legal documents instead of being one."""
    return tuple(replace(found, found_by="hub") for found in candidates(reading, url, book, is_hub=True))


def probes(host: str, language: str, book: DiscoveryBook) -> tuple[str, ...]:
    """Give at most 8 paths at which terms usually stand, in the order in which to try them.

    A language with a full list of its own has it (French); another has its own word after the English ones.
    """
    country = host.lower().rstrip(".").rpartition(".")[2]
    own = next((one for one in book.languages.values() if country in one.probes.countries), None)
    own = own or book.words_of(language) or book.languages["en"]
    if len(own.probes.paths) >= MOST_PROBES:
        return own.probes.paths[:MOST_PROBES]
    usual = book.languages["en"].probes.paths
    return tuple(dict.fromkeys([*usual[: MOST_PROBES - 1], *own.probes.paths]))[:MOST_PROBES]


def sitemap_candidates(body: bytes, url: str, book: DiscoveryBook) -> tuple[Candidate, ...]:
    """Give the addresses of a sitemap (sitemaps.org 0.9) that are called like terms, best first, at most 10.

    Only addresses of the sitemap's own host count; a broken sitemap gives what can be read of it.
    """
    host = host_of(url)
    found: dict[str, tuple[float, int, Candidate]] = {}
    for index, address in enumerate(_addresses(body)):
        sense = path_sense(address, book)
        if host_of(address) == host and _is_telling(sense):
            score = book.ranking.classes[sense.kind].weight - address.count("/")
            document_type = book.ranking.classes[sense.kind].document_type
            candidate = Candidate(
                url=address, document_type=document_type, link_text="", found_by="sitemap", score=score
            )
            found.setdefault(plain_address(address), (-score, index, candidate))
    ranked = sorted(found.values(), key=lambda entry: entry[:2])
    return tuple(candidate for _, _, candidate in ranked[:MOST_FROM_SITEMAP])


def _is_telling(sense: Sense) -> bool:
    return sense.kind in TERMS | {Kind.LEGAL_NOTICE} and sense.alone and not sense.dropped


def sitemap_parts(body: bytes, url: str, book: DiscoveryBook) -> tuple[str, ...]:
    """Give the sitemaps of a sitemap index that may list plain pages, the likeliest first; none else.

    Only those of the index's own host count; lists of goods, articles or pictures are left out.
    """
    root = _root(body)
    if root is None or etree.QName(root).localname != "sitemapindex":
        return ()
    host = host_of(url)
    return likeliest_sitemaps([one for one in _located(root) if host_of(one) == host], book)


def likeliest_sitemaps(urls: Iterable[str], book: DiscoveryBook) -> tuple[str, ...]:
    """Give sitemaps by how likely their names make them list terms, without those of goods or articles."""
    pages, others = [], []
    for url in urls:
        words = {word.rstrip("0123456789") for word in fold(urlsplit(url).path).split()}
        if words & book.hosts.sitemap_pages:
            pages.append(url)
        elif not words & book.hosts.sitemap_items:
            others.append(url)
    return tuple(dict.fromkeys([*pages, *others]))


def _addresses(body: bytes) -> list[str]:
    root = _root(body)
    return [] if root is None else _located(root)


def _root(body: bytes) -> etree._Element | None:
    """Give the root of a sitemap; entities are not expanded and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    try:
        return etree.fromstring(body[:_LARGEST_SITEMAP], parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _located(root: etree._Element) -> list[str]:
    """Give the `loc` texts of a sitemap or an index."""
    located = (element.text or "" for element in root.iter("{*}loc"))
    return [text.strip() for _, text in zip(range(_MOST_ADDRESSES), located, strict=False)]
