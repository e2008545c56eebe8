"""Whose page a link leads to: the site's own, another site's (a group or a stranger), or a platform's."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from checker.address import site_of
from checker.discovery.book import Hosts

_LONGEST_NAME = 5
_NOT_LETTER = re.compile(r"[\W_]+")


class Owner(StrEnum):
    """Whose page an address is, seen from another page."""

    SAME_SITE = "same_site"
    OTHER_SITE = "other_site"
    PLATFORM = "platform"


def host_of(url: str) -> str:
    """Give the host of an address in lower case without `www.`, or nothing."""
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def owner(url: str, page: str, hosts: Hosts) -> Owner:
    """Tell whose page `url` is, seen from `page`; a hosted blog does not own its host's pages."""
    there, here = host_of(url), host_of(page)
    site = site_of(there)
    if blog_of(here, hosts):
        if there == here or blog_of(there, hosts) == blog_of(here, hosts):
            return Owner.SAME_SITE
        is_platform = site in hosts.platforms or _service(there, hosts)
        return Owner.PLATFORM if is_platform or site == site_of(here) else Owner.OTHER_SITE
    if site == site_of(here) or any({site, site_of(here)} <= group for group in hosts.groups):
        return Owner.SAME_SITE
    return Owner.PLATFORM if site in hosts.platforms else Owner.OTHER_SITE


def blog_of(host: str, hosts: Hosts) -> str:
    """Give the name under which somebody publishes on a service (`name.blogspot`), whatever the ending."""
    service = _service(host, hosts)
    before = host.split(f".{service}")[0] if service else host
    return f"{before}.{service}" if before != host else ""


def _service(host: str, hosts: Hosts) -> str:
    """Give the publishing service a host is under, or nothing; one without a dot has many endings."""
    for name in sorted(hosts.hosting):
        if host == name or host.endswith(f".{name}") or ("." not in name and name in host.split(".")[:-1]):
            return name
    return ""


@dataclass(frozen=True, slots=True)
class Brand:
    """How a site may be called: the words of its name, and the whole name run together."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __or__(self, other: "Brand") -> "Brand":
        """Give both names."""
        return Brand(self.words | other.words, self.names | other.names)


def brand_of(url: str) -> Brand:
    """Give the name of the site of an address, by the label of its registrable domain."""
    domain = site_of(host_of(url))
    label = domain.partition(".")[0]
    squeezed = (_NOT_LETTER.sub("", name) for name in (label, domain))
    return Brand(frozenset({label, *label.split("-")}), frozenset(name for name in squeezed if name))


def without_name(tokens: tuple[str, ...], brand: Brand) -> tuple[str, ...]:
    """Give folded words without the site's whole name ("Réseau-Pro" of reseau-pro.fr), parted or not."""
    for size in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
        for start in range(len(tokens) - size + 1):
            if "".join(tokens[start : start + size]) in brand.names:
                return tokens[:start] + without_name(tokens[start + size :], brand)
    return tokens
