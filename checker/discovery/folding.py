"""One spelling for words that are compared: no case, no accents, no marks, single spaces."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "\u00ad": "", "\u200b": ""}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_LONGEST_KEPT = 300
_NOT_WORD = re.compile(r"[\W_]+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def fold(text: str) -> str:
    """Give a text in lower case, `&` as a word, without accents or punctuation, its words one space apart."""
    return _folded(text) if len(text) <= _LONGEST_KEPT else _folded.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    lowered = text.casefold().replace("&", " and ").translate(_PLAIN)
    letters = (
        letter for letter in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(letter)
    )
    return _NOT_WORD.sub(" ", "".join(letters)).strip()


def spellings(phrase: str) -> tuple[str, ...]:
    """Give the folded spellings of a phrase: accents dropped, and umlauts written out as in addresses."""
    return tuple(dict.fromkeys((fold(phrase), fold(phrase.casefold().translate(_UMLAUTS)))))


def is_unspaced(text: str) -> bool:
    """Tell whether a text is in a script that puts no spaces between words (Chinese, Japanese)."""
    return _UNSPACED.search(text) is not None
