"""The books that lawyers and linguists keep, loaded once; their hash is the edition of every answer."""

import hashlib
from functools import cache
from pathlib import Path

from checker.assess import Books
from checker.data.clause_files import load_clauses
from checker.data.discovery_files import load_discovery
from checker.data.law_files import load_law
from checker.data.step_files import load_steps

FOLDER = Path(__file__).parent
ALGORITHM = "1"
SET_APART = frozenset({"problems", "quiz", "samples"})
"""Folders that no verdict depends on."""


@cache
def load_books() -> Books:
    """Give every book; raise `BadData` that names the file and the place of a fault."""
    return Books(
        clauses=load_clauses(),
        law=load_law(),
        discovery=load_discovery(),
        steps=load_steps(),
        edition=_edition(),
    )


def _edition() -> str:
    """Give the algorithm's number and the hash of all data files: same edition and bytes, same verdict."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in {".toml", ".json", ".csv"} and not SET_APART & {*path.parts}:
            digest.update(path.relative_to(FOLDER).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{ALGORITHM}.{digest.hexdigest()[:12]}"
