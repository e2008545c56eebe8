"""The types of the API's problems, from `checker/data/problems/types.toml`; no verdict depends on them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.codec import convert
from checker.errors import BadData, BadInput
from checker.model import Text

FILE = Path(__file__).parent / "problems" / "types.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemType:
    """A title that is the same each time, what it means, and what the caller can do (RFC 9457, 3.1 and 4)."""

    title: Text
    say: Text
    do: Text


@cache
def load_problem_types(path: Path = FILE) -> dict[str, ProblemType]:
    """Give the types by the code that an answer holds; raise `BadData` with the place of a fault."""
    try:
        return convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, ProblemType])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadData(f"{path}: {error}") from error
    except BadInput as error:
        raise BadData(f"{path}: {error.pointer}: {error.detail}") from error
