r"""Terms as a linguist writes them, made into RE2 patterns for folded text.

In a term, letters may be written with or without accents; a space stands for a space, a hyphen or a slash;
` ~ ` for up to four words in between (` ~ ~ ` for eight), and an elided one before the next (l', dell');
a `*` after a letter or bracket for the rest of the word; `{name}` for any term of another list; a first `^`
for the beginning of the sentence; `?`, `( | )` and `[ ]` are as in any regular expression. A whole item
`@name` takes over another list. Terms begin and end at a word's edge. Refused are `.*`, `+`, `\`, `[^…]` and
counts: they cost time, or a reader's understanding.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import re2

from checker.clauses.fold import fold
from checker.errors import BadData

Lexicon = Mapping[str, tuple[str, ...]]
_TOKEN = re.compile(
    r"(?: ~)+ |\[[^\]]+\]|\{[a-z_]+\}|[)\w]\*|\*| |'|\((?!\?)|[^ {}*'(\[]+?(?=[)\w]\*|[ {}*'(\[]|$)|."
)
_REFUSED = re.compile(r"\.\*|[+\\]|\[\^|\{\d|^~|~$|[^ ]~|~[^ ]")
_SIGN_LAST = re.compile(r"[:;,]\)*$")
SPACE = r"(?: [\"'(]?|[\-/])"
_SIGNS = {" ": SPACE, "'": "[' ]", "(": "(?:"}
BETWEEN = r"(?: [^ ]+){0,%d} [\"'(]?(?:[a-z]{1,5}')?"
_DEPTH = 4
_LATIN, _ALL = "a-z", "a-z\u0370-\u052f"  # of folded text; RE2's `\pL` takes a millisecond a term


def alternation(name: str, lexicon: Lexicon, depth: int = 0) -> str:
    """Give the RE2 source that matches any term of a list, without edges; raise `BadData` naming the list."""
    if name not in lexicon:
        raise BadData(f"no list named {name!r}")
    if depth > _DEPTH:
        raise BadData(f"list {name!r} refers to lists too deep, or to itself")
    return union(lexicon[name], f"list {name!r}", lexicon, depth)


def union(terms: tuple[str, ...], where: str, lexicon: Lexicon, depth: int = 0) -> str:
    """Give the RE2 source that matches any of some terms; raise `BadData` saying where."""
    if not terms:
        raise BadData(f"{where} is empty")
    return "(?:" + "|".join(_source(term, where, lexicon, depth) for term in terms) + ")"


def _source(term: str, where: str, lexicon: Lexicon, depth: int) -> str:
    if not term.strip() or _REFUSED.search(term):
        raise BadData(f"{where}: this term cannot be used: {term!r}")
    if term.startswith("@"):
        return alternation(term[1:], lexicon, depth + 1)
    rest = f"[{_letters(fold(term))}]*"
    return "".join(_part(part, rest, lexicon, depth) for part in _TOKEN.findall(term.strip()))


def _part(part: str, rest: str, lexicon: Lexicon, depth: int) -> str:
    if "~" in part:
        return BETWEEN % (4 * part.count("~"))
    if part == "*":
        return rest
    if part in _SIGNS:
        return _SIGNS[part]
    if part.startswith("["):
        return f"[{fold(part[1:-1])}]"
    if part.startswith("{"):
        return alternation(part[1:-1], lexicon, depth + 1)
    if len(part) == 2 and part[1] == "*":
        return fold(part[0]) + rest
    return fold(part)


def is_latin(folded: str) -> bool:
    """Tell whether folded text or a pattern holds no letters but ASCII ones."""
    return all(sign.isascii() or not sign.isalpha() for sign in folded)


def _letters(folded: str) -> str:
    """Give the letters that words are made of: Greek and Cyrillic ones where folded text has such."""
    return _LATIN if is_latin(folded) else _ALL


def edged(source: str) -> str:
    """Give a pattern with word edges around it; RE2's own edge is ASCII, so other letters get classes.

    After a last colon, comma or semicolon there is none.
    """
    if not source.isascii():
        letters = _letters(source)
        return f"(?:^|[^{letters}]){source}(?:$|[^{letters}])"
    return rf"\b{source}" if _SIGN_LAST.search(source) else rf"\b{source}\b"


def sources(terms: tuple[str, ...], where: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Give the source without edges of each term, those of lists taken over included; raise `BadData`."""
    if not terms:
        raise BadData(f"{where} is empty")
    return tuple(found for term in terms for found in _each(term, where, lexicon))


def _each(term: str, where: str, lexicon: Lexicon) -> tuple[str, ...]:
    name = term.removeprefix("@")
    if name == term or name not in lexicon:
        return (union((term,), where, lexicon),)
    alternation(name, lexicon)  # refuses a list that refers to itself
    return sources(lexicon[name], f"list {name!r}", lexicon)


@lru_cache(maxsize=1 << 14)  # lists take over terms of others
def compiled(source: str | bytes) -> Any:
    """Give the compiled pattern; raise `BadData` when RE2 refuses it."""
    try:
        return re2.compile(source, options())
    except re2.error as error:
        raise BadData(f"RE2 refuses {source[:120]!r}: {error}") from error


def options() -> Any:
    """Give RE2's options: memory for many terms, nothing written to the log."""
    chosen = re2.Options()
    chosen.max_mem = 256 << 20
    chosen.log_errors = False
    return chosen
