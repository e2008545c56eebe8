"""Clauses about taking and reusing data, found in the text of a document.

`detect` gives them for one language; `language_of` tells the language, `blocks_by_language` that of parts;
a `ClauseBook` holds what the data files say (see `checker.data.clause_files`).
"""

from checker.clauses.detect import detect
from checker.clauses.language import blocks_by_language, language_of
from checker.clauses.reader import ClauseBook

__all__ = ["ClauseBook", "blocks_by_language", "detect", "language_of"]
