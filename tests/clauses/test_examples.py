"""Every pattern finds the sentences that it must find, and leaves those that it must not."""

import pytest

from checker.clauses import ClauseBook, detect
from checker.clauses.fold import fold
from checker.clauses.terms import compiled, edged, union
from checker.data.clause_files import HERE, read_clauses, vocabulary
from checker.errors import BadData
from tests.clauses.books import PATTERNS

VOCABULARIES = [vocabulary(path) for path in sorted(HERE.glob("*.toml")) if path.stem != "gloss"]
ENTRIES = [(each.language, entry) for each in VOCABULARIES for entry in each.clause]
CONDITIONS = [(each, rule) for each in VOCABULARIES for rule in each.condition]


@pytest.fixture(scope="module")
def patterns_only() -> ClauseBook:
    """Give the shipped book without the trained models: an example is the pattern's own."""
    return PATTERNS


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=[entry.id for _, entry in ENTRIES])
def test_clause_examples(language, entry, patterns_only):
    for example in entry.yes:
        kinds = {clause.kind for clause in detect(example, language, patterns_only)}
        assert entry.kind in kinds, f"not found: {example}"
    for example in entry.no:
        found = [clause for clause in detect(example, language, patterns_only) if clause.kind == entry.kind]
        assert not found, f"found by {[clause.by for clause in found]}: {example}"


@pytest.mark.parametrize(
    ("each", "rule"), CONDITIONS, ids=[f"{e.language}.{r.condition}" for e, r in CONDITIONS]
)
def test_condition_examples(each, rule):
    pattern = compiled(edged(union(rule.terms, "test", each.lexicon)))
    for example in rule.yes:
        assert pattern.search(fold(example)), f"not found: {example}"
    for example in rule.no:
        assert not pattern.search(fold(example)), f"found: {example}"


def test_every_kind_that_is_found_has_a_gloss(patterns_only):
    for each in VOCABULARIES:
        for entry in each.clause:
            assert patterns_only.say(entry.kind, entry.effect), entry.id


GOOD = """
language = "xx"
[lexicon]
ban = ["must not"]
robot = ["robots?"]
[[clause]]
id = "xx.one"
kind = "automated_access"
needs = ["robot"]
governed = ["ban"]
"""


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ("", "yes"),
        ('yes = ["You must not use robots."]\nno = []', "no examples"),
        ('yes = []\nno = ["Robots."]', "no examples"),
        ('yes = ["a"]\nno = ["b"]\nunless = ["owner"]', "no list named 'owner'"),
    ],
)
def test_a_faulty_file_is_refused(added, says, tmp_path):
    (tmp_path / "xx.toml").write_text(GOOD + added, encoding="utf-8")
    (tmp_path / "gloss.toml").write_text("conditional = []\ngloss = []\n", encoding="utf-8")
    with pytest.raises(BadData, match=says) as caught:
        read_clauses(tmp_path)
    assert "xx.toml" in str(caught.value)


@pytest.mark.parametrize("term", ["a.*b", "(a+)+", "x{2,300}", "", "@nowhere", "(open"])
def test_a_dangerous_or_broken_term_is_refused(term):
    with pytest.raises(BadData):
        compiled(union((term,), "test", {"ban": ("x",)}))
