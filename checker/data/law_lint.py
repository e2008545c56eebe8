"""What a law book must hold before anybody is judged by it, and how far it reaches."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from checker.model import Text
from checker.rules.book import LawBook, LawNote, LawRule, LawSource
from checker.rules.engine import needs_of
from checker.rules.facts import FIELDS, FREE, SITE_FIELDS, bases_of, is_known_fact, words_of
from checker.rules.reasons import QUESTIONS

MOST_DAYS_UNREAD = 400
MARKS = frozenset({"read", "second_hand", "general_knowledge"})
_NEVER = re.compile(
    r"\b(?:(?:il)?légale?(?:ment)?|légaux|conformes?|(?:il)?legal(?! person)|compliant|safe|(?:un)?lawful)\b",
    re.I,
)
_UNTIDY = re.compile("[^\\u00a0\\u202f][:;!?»]|«[^\\u00a0\\u202f]|\\w'\\w")


def faults(book: LawBook) -> Iterator[tuple[str, str]]:
    """Give what is wrong with a book: the id of the rule, note, source or field, and the fault."""
    yield from _twice(book)
    for _, rule in book.rules:
        yield from ((rule.id, fault) for fault in _rule_faults(book, rule))
    for _, note in book.notes:
        yield from ((note.id, fault) for fault in _item_faults(book, note))
    for source in book.sources.values():
        yield from ((source.id, fault) for fault in _source_faults(source))
    yield from _field_faults(book)
    yield from _orphans(book)


def _items(book: LawBook) -> tuple[LawRule | LawNote, ...]:
    return (*(rule for _, rule in book.rules), *(note for _, note in book.notes))


def _source_faults(source: LawSource) -> Iterator[str]:
    if source.mark not in MARKS:
        yield f"mark {source.mark} is none of {', '.join(sorted(MARKS))}"
    for text in (source.title, source.supports):
        yield from _writing_faults(text)


def _twice(book: LawBook) -> Iterator[tuple[str, str]]:
    ids = Counter(item.id for item in _items(book))
    return ((name, f"the id is used {count} times") for name, count in ids.items() if count > 1)


def _rule_faults(book: LawBook, rule: LawRule) -> Iterator[str]:
    yield from _item_faults(book, rule)
    if QUESTIONS.get(rule.rule) is not rule.question:
        yield f"{rule.rule} does not belong to the question {rule.question}"
    for name, text in (("lift", rule.lift), ("condition", rule.condition)):
        if text is not None:
            yield from text_faults(name, text)
    known = [book.sources[name] for name in rule.sources if name in book.sources]
    if not any(_shows(source.mark) and _existed(source.since, rule) for source in known):
        yield "no source that could be shown on its first day in force"


def _shows(mark: str) -> bool:
    return mark != "general_knowledge"


def _existed(since: date | None, rule: LawRule) -> bool:
    return since is None or since <= rule.in_force


def _item_faults(book: LawBook, item: LawRule | LawNote) -> Iterator[str]:
    yield from text_faults("say", item.say)
    if item.until is not None and item.until <= item.in_force:
        yield "it ends before it begins"
    for name in item.sources:
        if name not in book.sources:
            yield f"unknown source {name}"
    unknown = [fact for fact in item.when.facts if not is_known_fact(fact)]
    yield from (f"unknown fact {fact}" for fact in unknown)
    if not unknown:
        yield from (
            f"unreachable: no word of {name} is left" for name, words in needs_of(item.when) if not words
        )


def text_faults(name: str, text: Text) -> Iterator[str]:
    """Give what is wrong with a sentence: a missing language, typography, a word never said."""
    yield from (f"{name}: {fault}" for fault in _writing_faults(text))
    for part in (text.fr, text.en):
        if found := _NEVER.search(part):
            yield f"{name} says “{found[0]}”, which this product never says"


def _writing_faults(text: Text) -> Iterator[str]:
    if not text.fr.strip() or not text.en.strip():
        yield "a language is missing"
    if found := _UNTIDY.search(text.fr):
        yield f"French typography near {found[0]!r}"


def _field_faults(book: LawBook) -> Iterator[tuple[str, str]]:
    named = [field.name for field in book.fields]
    yield from ((name, "no purpose has this field") for name in named if name not in FIELDS)
    yield from ((name, "the field is not described") for name in FIELDS if name not in named)
    for field in book.fields:
        if tuple(word.word for word in field.words) != words_of(field.name):
            yield field.name, f"the words differ from {', '.join(words_of(field.name))}"
        for text in (field.label, field.help, *(word.label for word in field.words)):
            yield from ((field.name, fault) for fault in text_faults("label", text))


def _orphans(book: LawBook) -> Iterator[tuple[str, str]]:
    """Give the facts that no rule ever looks at, and the sources nobody cites."""
    used = {name for item in _items(book) for name, _ in needs_of(item.when)}
    seen = used | {base for name in used for base in bases_of(name)}
    wanted = [name for name in (*FIELDS, *SITE_FIELDS) if name not in FREE]
    yield from ((name, "no rule looks at this fact") for name in wanted if name not in seen)
    cited = {name for item in _items(book) for name in item.sources}
    yield from ((name, "nobody cites this source") for name in book.sources if name not in cited)


def stale(book: LawBook, on: date) -> list[tuple[str, int]]:
    """Give the sources that nobody has read again for too long, with the days since."""
    ages = ((source.id, (on - source.read_on).days) for source in book.sources.values())
    return [(name, days) for name, days in ages if days > MOST_DAYS_UNREAD]


def coverage(book: LawBook) -> list[tuple[str, str, int, int, int]]:
    """Give rows for a table: jurisdiction, rule, rules held, of which dated out, sources shown."""
    rows = []
    for where in dict.fromkeys(where for where, _ in book.rules):
        for name in QUESTIONS:
            mine = [rule for place, rule in book.rules if place == where and rule.rule == name]
            shown = {one for rule in mine for one in rule.sources if _shows(book.sources[one].mark)}
            if mine:
                ended = sum(rule.until is not None for rule in mine)
                rows.append((where, name, len(mine), ended, len(shown)))
    return rows
