"""Clauses about taking and reusing data, found in the text of a document.

`detect` gives them for one language, `detect_mixed` for a page with blocks in others; `remarks` gives
sentences about the document's own force. `language_of` tells the language, `blocks_by_language` that of
parts; a `ClauseBook` holds what the data files say (see `checker.data.clause_files`).
"""

from checker.clauses.detect import detect
from checker.clauses.language import blocks_by_language, language_of
from checker.clauses.mixed import detect_mixed
from checker.clauses.reader import ClauseBook
from checker.clauses.remarks import remarks

__all__ = ["ClauseBook", "blocks_by_language", "detect", "detect_mixed", "language_of", "remarks"]
