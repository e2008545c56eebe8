"""The model drops hits that score under a floor and adds what scores over a ceiling, and nothing else."""

from dataclasses import replace

import pytest

from checker.clauses import detect
from checker.clauses.linear import Model, Scale, features, see
from checker.data.clause_files import load_clauses, read_clauses
from checker.words import ClauseKind, Condition, Effect, Strength

REPRODUCTION, COMMERCIAL = ClauseKind.REPRODUCTION, ClauseKind.COMMERCIAL_REUSE


WORDS = """
language = "xx"
[lexicon]
ban = ["you may not"]
machine = ["scrap*"]
take = ["copy*", "reproduc*", "distribut*"]
gift = ["gift*"]
never = ["never"]
[[clause]]
id = "xx.scrape"
kind = "automated_access"
needs = ["machine"]
governed = ["ban"]
yes = ["You may not scrape it."]
no = ["Nothing."]
[[clause]]
id = "xx.copy"
kind = "reproduction"
needs = ["take"]
governed = ["ban"]
yes = ["You may not copy it."]
no = ["Nothing."]
[[clause]]
id = "xx.gift"
kind = "reuse_permission"
effect = "permits"
needs = ["gift"]
unless = ["never"]
yes = ["A gift."]
no = ["Never a gift."]
[[condition]]
condition = "written_permission"
terms = ["written consent"]
yes = ["written consent"]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clauses")
    (folder / "xx.toml").write_text(WORDS, encoding="utf-8")
    (folder / "gloss.toml").write_text(
        "gloss = []\nconditional = []\n[common]\nxx = ['our']\n", encoding="utf-8"
    )
    return read_clauses(folder)


def found(book, text, scale=None, weights=None):
    models = {"xx": Model(scales=(scale,), weights=weights or {})} if scale else {}
    return detect(text, "xx", replace(book, models=models))


def test_a_doubted_hit_is_dropped_and_others_stay(book):
    text = "You may not scrape the site. You may not copy, reproduce or distribute the content."
    scale = Scale(kind=REPRODUCTION, bias=0.0, floor=-1.0)
    assert [clause.kind for clause in found(book, text)] == [ClauseKind.AUTOMATED_ACCESS, REPRODUCTION]
    left = found(book, text, scale, {"s:copy": (-900,), "s:scrape": (-900,)})
    assert [clause.kind for clause in left] == [ClauseKind.AUTOMATED_ACCESS]


@pytest.mark.parametrize(("trusted", "kept"), [(0, False), (2, True), (9, False)])
def test_a_bullet_that_says_it_in_several_words_is_not_doubted(book, trusted, kept):
    text = "You may not:\n\n* copy, reproduce or distribute the content;"
    scale = Scale(kind=REPRODUCTION, bias=-9.0, floor=-1.0, trusted=trusted)
    assert bool(found(book, text, scale)) is kept


def test_what_scores_high_is_added_as_indirect_with_the_words_that_weigh_most(book):
    text = "You may not copy the content, which shows bad manners, without our prior written consent."
    assert [clause.by for clause in found(book, text)] == ["xx.copy"]
    scale = Scale(kind=COMMERCIAL, bias=0.0, ceiling=1.0)
    weights = {"s:copy": (900,), "p:mann": (300,), "s:shows": (100,), "s:our": (800,)}
    _, clause = found(book, text, scale, weights)
    assert (clause.kind, clause.by, clause.strength) == (COMMERCIAL, "xx.model", Strength.INDIRECT)
    assert [text[start:end] for start, end in clause.words] == ["copy", "manners"]
    assert clause.condition is Condition.WRITTEN_PERMISSION


def test_nothing_is_added_to_a_sentence_that_lacks_what_every_pattern_needs_in_it_or_above(book):
    scale = Scale(kind=COMMERCIAL, bias=9.0, ceiling=1.0)
    text = (
        "You may not copy it for all the xylographers here. Copy it for all the xylographers here."
        " You may not drink the tea that is served here."
    )
    assert [(clause.by, clause.quote) for clause in found(book, text, scale)] == [
        ("xx.copy", "You may not copy it for all the xylographers here."),
        ("xx.model", "You may not copy it for all the xylographers here."),
    ]


@pytest.mark.parametrize(("text", "added"), [
    ("Gifts are never for them.", 0),
    ("Gifts are never for them, please.", 1),
    ("You agree that:\n\n* gifts never are;", 1),
])  # fmt: skip
def test_a_scrap_that_nothing_governs_is_never_added(book, text, added):
    scale = Scale(kind=REPRODUCTION, bias=9.0, ceiling=1.0)
    assert len(found(book, text, scale)) == added


def test_a_permission_is_never_guessed_without_a_condition(book):
    scale = Scale(kind=ClauseKind.REUSE_PERMISSION, bias=9.0, ceiling=1.0)
    (clause,) = found(book, "Gifts to all are never a joy to us.", scale)
    assert (clause.effect, clause.condition) == (Effect.PERMITS, Condition.OTHER)


def test_the_score_is_the_weights_over_the_root_of_the_number_of_features():
    model = Model(
        scales=(Scale(kind=REPRODUCTION, bias=0.5), Scale(kind=ClauseKind.CIRCUMVENTION, bias=0.0)),
        weights={
            "s:a": (-200, 100),
            "b:a b": (0, 50),
            "u:d": (100, 0),
            "h:e": (0, 25),
            "f:take": (0, 25),
            "s:absent": (900, 900),
        },
    )
    # two beginnings, as many short ones, one pair, a first need, two of what governs it and one of the heading
    seen = see(b"a b", b"d c", b"e", frozenset({"take"}))
    assert model.scores(seen, [0, 1]) == {0: 0.5 - 1 / 3, 1: 2 / 3}
    assert model.scores(see(b"", b"", b""), [1]) == {1: 0.0}


def test_features_name_beginnings_pairs_first_needs_lead_in_and_heading():
    assert features(see(b"no reproduction", b"you", b"uses", frozenset({"take"}))) == {
        "s:no", "s:reprod", "p:no", "p:repr", "b:no reprod", "f:take", "u:you", "h:uses",
    }  # fmt: skip


def test_shipped_models_are_read_and_every_feature_weighs_in_every_scale():
    book = load_clauses()
    assert set(book.models) == {"de", "en", "es", "fr", "it", "nl", "pt"}
    for model in book.models.values():
        assert {len(row) for row in model.weights.values()} == {len(model.scales)}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "You agree that you will not:\n\n* sell, rent or otherwise monetise access to the services"
         " or related data;", ClauseKind.COMMERCIAL_REUSE),
        ("fr", "Le moissonnage du site est interdit.", ClauseKind.AUTOMATED_ACCESS),
        ("fr", "Vous ne pouvez pas exploiter commercialement les contenus.", ClauseKind.COMMERCIAL_REUSE),
    ],
)  # fmt: skip
def test_shipped_models_do_not_doubt_what_is_plain(language, text, kind):
    assert kind in {clause.kind for clause in detect(text, language, load_clauses())}
