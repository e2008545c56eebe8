"""HTML of our own put on paper (PDF), in a process that can be stopped."""

from checker.paper.press import NotPrinted, Press

__all__ = ["NotPrinted", "Press"]
