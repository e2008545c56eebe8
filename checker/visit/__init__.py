"""Which pages to ask for, in which order, obeying the robots.txt it reads; gives back a Snapshot."""

from checker.visit.asking import Allow, Means, Send, Tell
from checker.visit.route import visit

__all__ = ["Allow", "Means", "Send", "Tell", "visit"]
