"""The language of a text: `language_of` gives an ISO 639-1 code, or "" when nothing can be told.

A short text follows what the page declares; a longer one is believed over the declaration.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from checker.clauses.blocks import blocks
from checker.clauses.sentences import Span

_SAME = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "iw": "he", "mo": "ro"}
_SHORT = 120
_SAMPLE = 6000
_SURE = 0.9
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def language_of(text: str, declared: str = "") -> str:
    """Give the language of a document; `declared` is what the page says of itself (any BCP 47 tag)."""
    sample = _sample(text)
    said = _as_written(primary(declared), sample)
    if len(sample) < _SHORT and said:
        return said
    if not any(character.isalpha() for character in sample):
        return said
    guess, probability = _identifier().classify(sample)
    code = _as_written(primary(str(guess)), sample)
    return code if not said or probability >= _SURE else said


def primary(tag: str) -> str:
    """Give the first part of a language tag, with names of the same written language as one."""
    code = tag.strip().lower().replace("_", "-").split("-")[0]
    return _SAME.get(code, code)


def blocks_by_language(text: str, language: str, read: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """Give runs of blocks that share a language; a block too short to tell goes with those before it.

    A block leaves the document's `language` only for one of `read`, and only when that is sure.
    """
    start, current = 0, language
    for block in blocks(text):
        words = text[block.body : block.end]
        if len(words) < _SHORT:
            continue
        guess, probability = _identifier().classify(words)
        code = _as_written(primary(str(guess)), words)
        sure = probability >= 0.99 and code in read
        there = code if sure else current if code != language else language
        if there != current:
            if block.start > start:
                yield Span(start, block.start), current
            start, current = block.start, there
    yield Span(start, len(text)), current


def _as_written(code: str, words: str) -> str:
    """Give the language of words, Serbian where Cyrillic letters show that they are not Croatian."""
    cyrillic = code == "hr" and 2 * len(_CYRILLIC.findall(words)) > sum(map(str.isalpha, words))
    return "sr" if cyrillic else code


def _sample(text: str) -> str:
    """Give the beginning, the middle and the end of a long text: menus alone must not decide."""
    if len(text) <= 3 * _SAMPLE:
        return text.strip()
    middle = len(text) // 2
    return f"{text[:_SAMPLE]}\n{text[middle : middle + _SAMPLE]}\n{text[-_SAMPLE:]}".strip()


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
