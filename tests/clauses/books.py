"""Books of clauses that tests share."""

from dataclasses import replace

from checker.data.clause_files import load_clauses

PATTERNS = replace(load_clauses(), models={})
