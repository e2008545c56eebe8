"""Known addresses of terms, and what is known of the sources used most, dated; facts only, no text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from checker.address import site_of
from checker.words import ClauseKind, Condition, Effect


class Basis(StrEnum):
    """Where a fact of the register comes from.

    `register`: a public archive's list of addresses. `corpus`: an archived copy read passage by passage.
    `rulebook`: the sources of our rulebook. `general_knowledge`: not looked up; never to be shown as read.
    """

    REGISTER = "register"
    CORPUS = "corpus"
    RULEBOOK = "rulebook"
    GENERAL_KNOWLEDGE = "general_knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The address of one document of a service, as noted in a public archive of terms on `read_on`."""

    host: str
    service: str
    document_type: str
    url: str
    read_on: date
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownClause:
    """A clause that was read in a document: its kind and place, never its words."""

    kind: ClauseKind
    effect: Effect
    document: str
    read_on: date
    basis: Basis
    section: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """Where a document of a source is to be found (no `url`: unknown to us); `basis` says how we know."""

    document_type: str
    basis: Basis
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A site that marketers use: its hosts, documents and known clauses (none listed: none known to us)."""

    id: str
    name: str
    hosts: tuple[str, ...]
    documents: tuple[KnownDocument, ...] = ()
    clauses: tuple[KnownClause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All that is known without asking a site."""

    entries: MappingProxyType[str, tuple[Entry, ...]]
    sources: MappingProxyType[str, Source]
    all_sources: tuple[Source, ...]


def compile_register(entries: tuple[Entry, ...], sources: tuple[Source, ...]) -> Register:
    """Give the register of some entries and sources, by host."""
    by_host: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        by_host[entry.host] = (*by_host.get(entry.host, ()), entry)
    hosts = {host: source for source in sources for host in source.hosts}
    return Register(entries=MappingProxyType(by_host), sources=MappingProxyType(hosts), all_sources=sources)


def entries_of(host: str, register: Register) -> tuple[Entry, ...]:
    """Give the known documents of a host, of its nearest parent, or of any host of its registrable domain."""
    for name in _lineage(host):
        found = register.entries.get(name) or register.entries.get(f"www.{name}")
        if found:
            return found
    site = site_of(host)
    names = [name for name in register.entries if site_of(name) == site]
    return tuple(entry for name in names for entry in register.entries[name])


def source_of(host: str, register: Register) -> tuple[Source, ...]:
    """Give the source that a host belongs to, or none."""
    known = (register.sources[name] for name in _lineage(host) if name in register.sources)
    return tuple(known)[:1]


def _lineage(host: str) -> tuple[str, ...]:
    """Give a host and its parents up to the registrable domain."""
    name = host.lower().rstrip(".").removeprefix("www.")
    site = site_of(name)
    parents = [name]
    while name != site and "." in name:
        name = name.partition(".")[2]
        parents.append(name)
    return tuple(parents)
