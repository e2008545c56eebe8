"""A model document written from one report: text to edit, with its blanks marked and its sources named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from checker.model import Report, Source, Text
from checker.steps.book import Model, StepBook
from checker.steps.facts import facts_of
from checker.steps.sources import shown_sources
from checker.steps.values import VALUES, Filling


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One document in one language; `filename` is plain ASCII, `sources` are those the text names."""

    name: str
    title: Text
    use: Text
    language: str
    filename: str
    text: str
    sources: tuple[Source, ...]


def write(model: Model, report: Report, book: StepBook, *, language: str, address: str) -> Written:
    """Give a model document for a report that stands at an address; the same input gives the same text."""
    filling = Filling(report=report, book=book, language=language, address=address)
    told, frame = facts_of(report), book.frame
    parts = [part for part in model.part if part.when.holds(told)]
    ids = dict.fromkeys((*model.sources, *(name for part in parts for name in part.sources)))
    sources = shown_sources(book, ids, report.on)
    texts = [frame.head, model.title, *(part.say for part in parts), frame.sheet]
    if "country.other" in told:
        texts.append(frame.abroad)
    whole = "\n\n".join(filling.say(text).strip("\n") for text in texts)
    extra = {"sources": "\n".join(_cited(filling, sources))}
    return Written(
        name=model.name,
        title=model.title,
        use=model.use,
        language=language,
        filename=f"garde-fou-{model.name}-{language}.txt",
        text=whole.format_map(_Values(filling, extra)) + "\n",
        sources=sources,
    )


def names_in(text: str) -> frozenset[str]:
    """Give the names between braces in a text; `ValueError` for braces that do not match."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


EXTRA = frozenset({"sources"})
"""What the frame around a document may name beside the values of the report."""


class _Values(Mapping[str, str]):
    """The values of a report, worked out when a text asks for them."""

    def __init__(self, filling: Filling, extra: Mapping[str, str]) -> None:
        self._filling = filling
        self._extra = extra

    def __getitem__(self, name: str) -> str:
        return self._extra[name] if name in self._extra else VALUES[name](self._filling)

    def __iter__(self) -> Iterator[str]:
        return iter([*self._extra, *VALUES])

    def __len__(self) -> int:
        return len(self._extra) + len(VALUES)


def _cited(filling: Filling, sources: tuple[Source, ...]) -> Iterator[str]:
    frame = filling.book.frame
    for source in sources:
        yield filling.say(frame.source).format(
            title=filling.say(source.title),
            mark=filling.say(frame.marks[source.mark]),
            read_on=filling.day(source.read_on),
            url=source.url,
        )
