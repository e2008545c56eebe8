"""A site's own terms: found among links, recognised by their content, or known from the register."""

from checker.discovery.book import DiscoveryBook, Kind
from checker.discovery.candidates import candidates

__all__ = ["DiscoveryBook", "Kind", "candidates"]
