"""Bytes of a document to its readable text, links and signs."""

from checker.html.reader import read

__all__ = ["read"]
