"""Which pages to ask for, in which order, obeying the robots.txt it reads; gives back a Snapshot."""

from checker.visit.asking import Allow, Asker, Means, Render, Send, Tell
from checker.visit.later import BUSY, again_at
from checker.visit.reading import read_page
from checker.visit.route import visit
from checker.visit.scripts import with_scripts

__all__ = [
    "BUSY",
    "Allow",
    "Asker",
    "Means",
    "Render",
    "Send",
    "Tell",
    "again_at",
    "read_page",
    "visit",
    "with_scripts",
]
