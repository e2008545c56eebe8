"""The training room's data: enough of it, in both languages, and answers that the product itself computes."""

from dataclasses import replace
from datetime import date

import pytest
from law_samples import DUTIES, verdict

from checker.clauses import detect
from checker.data import load_books
from checker.data.quiz_files import load_quiz
from checker.data.quiz_lint import faults
from checker.model import Text
from checker.quiz import ItemKind
from checker.quiz.book import Item
from checker.signals import robots

BOOK = load_quiz()
TODAY = date(2026, 11, 24)


def of(kind: ItemKind) -> list[Item]:
    return [item for item in BOOK.items.values() if item.kind is kind]


def right_words(item: Item) -> set[str]:
    return {one.word for one in item.option if one.right}


def test_there_is_enough_to_train_with() -> None:
    assert len(BOOK.items) >= 40
    assert len(of(ItemKind.CASE)) == 12
    assert min(len(of(kind)) for kind in ItemKind) >= 5
    assert list(BOOK.lessons) == ["R1", "R2", "R3", "R4", "R5", "R6"]


@pytest.mark.parametrize("name", ["Nestor", "KASPR", "FORIOU", "CALOGA", "Solocal", "Canal+"])
def test_each_decision_has_its_lesson(name: str) -> None:
    assert any(name in lesson.decision.fr and name in lesson.decision.en for lesson in BOOK.lessons.values())


@pytest.mark.parametrize("item", of(ItemKind.ROBOTS), ids=lambda item: item.id)
def test_a_robots_question_has_the_answer_our_reader_computes(item: Item) -> None:
    told = robots.answer(item.robots.file.lstrip("\n"), item.robots.agent, item.robots.url)
    computed = {"allowed" if told.allowed else "refused", f"line:{told.line}"}
    assert right_words(item) <= computed
    assert right_words(item)


@pytest.mark.parametrize("item", of(ItemKind.CHANNEL), ids=lambda item: item.id)
def test_a_channel_question_has_the_level_the_judge_gives(item: Item) -> None:
    words = DUTIES | {"consent_proven": "no"} | item.purpose
    assert right_words(item) == {str(verdict(on=TODAY, **words).contact)}


@pytest.mark.parametrize("item", [i for i in of(ItemKind.CLAUSE) if i.clause.asks], ids=lambda item: item.id)
def test_a_clause_is_read_as_our_detector_reads_it(item: Item) -> None:
    found = detect(item.clause.text, item.clause.language, load_books().clauses)
    seen = {f"effect:{one.effect}" for one in found} | {f"condition:{one.condition}" for one in found}
    assert item.clause.asks in (seen or {"nothing"})


def test_only_read_sources_are_shown() -> None:
    cited = {name for item in BOOK.items.values() for name in item.sources}
    cited |= {name for lesson in BOOK.lessons.values() for name in lesson.sources}
    assert {BOOK.sources[name].mark for name in cited} <= {"read", "second_hand"}


def spoilt(**changes: object) -> list[str]:
    item = replace(BOOK.items["case-lunches"], **changes)
    return [fault for _, fault in faults(replace(BOOK, items=BOOK.items | {item.id: item}))]


def test_faulty_data_are_refused() -> None:
    item = BOOK.items["case-lunches"]
    assert spoilt() == []
    assert spoilt(sources=("S5",)) == ["no source S5 that could be shown"]
    assert spoilt(rule="R9") == ["unknown rule R9"]
    assert spoilt(option=item.option[1:]) == ["at least one option must be right and one wrong"]
    assert spoilt(option=(item.option[0], replace(item.option[1], tag="x"))) == ["unknown misconception x"]
    assert spoilt(kind=ItemKind.ROBOTS) == ["a question on robots needs its material"]
    assert any("typography" in fault for fault in spoilt(ask=Text(fr="Quoi ?", en="What?")))
    assert any("never says" in fault for fault in spoilt(ask=Text(fr="Oui", en="It is legal")))
