"""Machine-readable signals: one reader a file, each `read(snapshot)` to findings.

A signal that was looked for and is not there gives no finding; only robots.txt, where it was read and does
not exclude the page, gives `no`. What was asked for and could not be read gives `unknown`, never `no`.
"""

from checker.model import Finding, Snapshot
from checker.signals import (
    access,
    ai_txt,
    content_signal,
    content_usage,
    licence,
    robots,
    rsl,
    tdmrep,
    x_robots,
)

READERS = (
    robots.read,
    access.read,
    tdmrep.read,
    rsl.read,
    licence.read,
    x_robots.read,
    content_signal.read,
    content_usage.read,
    ai_txt.read,
)
"""The readers, those that may decide first."""

FACTS = (
    robots.FACTS
    | access.FACTS
    | tdmrep.FACTS
    | rsl.FACTS
    | licence.FACTS
    | x_robots.FACTS
    | content_signal.FACTS
    | content_usage.FACTS
    | ai_txt.FACTS
)
"""Every word that a finding may have as its fact."""

WELL_KNOWN = (tdmrep.PATH, ai_txt.PATH)
"""Paths of the page's own origin that a visit asks for, besides /robots.txt."""


def read_all(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give what all readers find, in the order of `READERS`."""
    return tuple(found for read in READERS for found in read(snapshot))
