"""A site's own terms: found among links, recognised by their content, or known from the register."""

from checker.discovery.book import DiscoveryBook, Kind
from checker.discovery.candidates import candidates, plain_address
from checker.discovery.content import Measure, Standing, is_imprint, standing, typed
from checker.discovery.elsewhere import (
    hub_links,
    known_source,
    likeliest_sitemaps,
    probes,
    register_entries,
    registered,
    sitemap_candidates,
    sitemap_parts,
)
from checker.discovery.known import address_of, known_bans, known_clauses, known_gaps
from checker.discovery.parties import other_versions, own_words, party, precedence, version_links
from checker.discovery.register import Basis, Entry, KnownClause, KnownDocument, Register, Source

__all__ = [
    "Basis",
    "DiscoveryBook",
    "Entry",
    "Kind",
    "KnownClause",
    "KnownDocument",
    "Measure",
    "Register",
    "Source",
    "Standing",
    "address_of",
    "candidates",
    "hub_links",
    "is_imprint",
    "known_bans",
    "known_clauses",
    "known_gaps",
    "known_source",
    "likeliest_sitemaps",
    "other_versions",
    "own_words",
    "party",
    "plain_address",
    "precedence",
    "probes",
    "register_entries",
    "registered",
    "sitemap_candidates",
    "sitemap_parts",
    "standing",
    "typed",
    "version_links",
]
