"""Sets and marks: the same seed gives the same set, and wrong answers name their misconception."""

from checker.data.quiz_files import load_quiz
from checker.quiz import Ask, draw, mark
from checker.quiz.draw import shuffled

BOOK = load_quiz()


def ids(**ask: object) -> list[str]:
    return [item.id for item in draw(BOOK, Ask(**ask))]


def test_a_seed_gives_one_set_for_all() -> None:
    assert ids(seed="lundi", number=5) == ids(seed="lundi", number=8)[:5]
    assert ids(seed="lundi", number=10) != ids(seed="mardi", number=10)
    assert len(set(ids(seed="lundi", number=40))) == 40


def test_a_set_may_be_of_some_kinds_and_rules() -> None:
    some = draw(BOOK, Ask(seed="x", number=40, kinds=("robots", "channel"), rules=("R1", "R4")))
    assert {(str(item.kind), item.rule) for item in some} == {("robots", "R1"), ("channel", "R4")}
    assert ids(seed="x", rules=("R9",)) == []


def test_options_are_shuffled_by_seed_but_a_scale_keeps_its_order() -> None:
    item = BOOK.items["case-lunches"]
    orders = {"".join(key for key, _ in shuffled(item, str(seed))) for seed in range(20)}
    assert len(orders) > 5
    assert {"".join(sorted(order)) for order in orders} == {"abcd"}
    level = BOOK.items["channel-generic"]
    assert [key for key, _ in shuffled(level, "x")] == ["a", "b", "c"]


def test_marking_counts_right_answers_and_misconceptions() -> None:
    items = [BOOK.items[name] for name in ("case-lunches", "case-payroll", "case-classifieds")]
    score = mark(items, {"case-lunches": frozenset("b"), "case-payroll": frozenset("b")})
    assert (score.right, score.percent, score.is_passed) == (0, 0, False)
    assert score.misconceptions == (("b2b_is_not_exempt", 2),)
    several = {"case-lunches": frozenset("a"), "case-payroll": frozenset("a")}
    assert mark(items, several | {"case-classifieds": frozenset("a")}).right == 2
    assert mark(items, several | {"case-classifieds": frozenset("abc")}).right == 2
    whole = mark(items, several | {"case-classifieds": frozenset("ab")})
    assert (whole.percent, whole.is_passed, whole.misconceptions) == (100, True, ())


def test_eighty_percent_pass_and_less_does_not() -> None:
    items = draw(BOOK, Ask(seed="x", number=5))
    answers = {item.id: item.right for item in items}
    assert mark(items, dict(list(answers.items())[:4])).is_passed
    assert not mark(items, dict(list(answers.items())[:3])).is_passed
    assert mark([], {}).percent == 0


def test_keys_that_are_not_offered_are_ignored() -> None:
    item = BOOK.items["case-lunches"]
    assert mark([item], {item.id: frozenset({"a", "z", ""})}).right == 1
