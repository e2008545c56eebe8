"""Which questions a set holds, and in which order: the same for everybody who has the same seed."""

import hashlib
from dataclasses import dataclass

from checker.quiz.book import Item, Option, QuizBook

MOST = 40
USUAL = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a set is drawn from: a seed, how many questions, and of which kinds and rules (none: of all)."""

    seed: str
    number: int = USUAL
    kinds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def draw(book: QuizBook, ask: Ask) -> tuple[Item, ...]:
    """Give the questions of a set; fewer than asked for when the book holds no more of that sort."""
    fit = (
        item
        for item in book.items.values()
        if (not ask.kinds or item.kind in ask.kinds) and (not ask.rules or item.rule in ask.rules)
    )
    return tuple(sorted(fit, key=lambda item: _place(ask.seed, item.id))[: ask.number])


def shuffled(item: Item, seed: str) -> tuple[tuple[str, Option], ...]:
    """Give the options of a question in the order of a seed; words of a scale keep their own order."""
    if any(one.word for one in item.option):
        return item.options
    return tuple(sorted(item.options, key=lambda pair: _place(seed, f"{item.id} {pair[0]}")))


def _place(seed: str, name: str) -> bytes:
    return hashlib.sha256(f"{seed}\0{name}".encode("utf-8", "surrogatepass")).digest()
