"""The only door to the database: `Store` keeps checks, what was seen, and every answer given."""

from checker.store.records import Entry, Judgement, Listing
from checker.store.store import Store

__all__ = ["Entry", "Judgement", "Listing", "Store"]
