"""The joining sentences of a verdict, in both languages at once."""

from collections.abc import Sequence

from checker.model import Purpose, Text
from checker.rules.book import LawBook


def fill(pattern: Text, **parts: Text) -> Text:
    """Give a sentence with its blanks filled, each language with its own words."""
    return Text(
        fr=pattern.fr.format(**{name: part.fr for name, part in parts.items()}),
        en=pattern.en.format(**{name: part.en for name, part in parts.items()}),
    )


def listed(parts: Sequence[Text]) -> Text:
    """Give an enumeration: « a, b et c », "a, b and c"."""
    return Text(fr=_join([part.fr for part in parts], "et"), en=_join([part.en for part in parts], "and"))


def _join(parts: list[str], last: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def same(text: str) -> Text:
    """Give a word that is alike in both languages."""
    return Text(fr=text, en=text)


def uncovered(book: LawBook, purpose: Purpose) -> Text:
    """Say that the book has no rule for this use, and for which country when that is the cause."""
    if purpose.country in book.countries:
        return book.phrases.uncovered
    return fill(book.phrases.uncovered_country, country=same(purpose.country))
