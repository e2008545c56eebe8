"""The model drops hits that score under a floor and adds what scores over a ceiling, and nothing else."""

from dataclasses import replace

import pytest

from checker.clauses import detect
from checker.clauses.linear import Model, Scale, features, see
from checker.data.clause_files import load_clauses
from checker.words import ClauseKind, Condition, Effect, Strength

REPRODUCTION = ClauseKind.REPRODUCTION


def found(text, scale=None, weights=None, telling=()):
    models = {"en": Model(scales=(scale,), weights=weights, telling=telling)} if scale else {}
    return detect(text, "en", replace(load_clauses(), models=models))


def test_a_doubted_hit_is_dropped_and_others_stay():
    text = "You may not scrape the site. You may not copy, reproduce or distribute the content."
    scale = Scale(kind=REPRODUCTION, bias=0.0, floor=-1.0)
    assert [clause.kind for clause in found(text)] == [ClauseKind.AUTOMATED_ACCESS, REPRODUCTION]
    left = found(text, scale, {"s:copy": (-900,), "s:scrape": (-900,)})
    assert [clause.kind for clause in left] == [ClauseKind.AUTOMATED_ACCESS]


@pytest.mark.parametrize(("trusted", "kept"), [(0, False), (2, True), (9, False)])
def test_a_bullet_that_says_it_in_several_words_is_not_doubted(trusted, kept):
    text = "You agree not to:\n\n* copy, reproduce or distribute the content;"
    scale = Scale(kind=REPRODUCTION, bias=-9.0, floor=-1.0, trusted=trusted)
    assert bool(found(text, scale, {})) is kept


def test_what_scores_high_is_added_as_indirect_with_the_words_that_weigh_most():
    text = "The way to copy the content shows bad manners, with our prior written consent."
    assert found(text) == ()
    scale = Scale(kind=REPRODUCTION, bias=0.0, ceiling=1.0)
    weights = {"s:copy": (900,), "p:mann": (300,), "s:shows": (100,), "s:our": (800,)}
    (clause,) = found(text, scale, weights, ("copy",))
    assert (clause.kind, clause.by, clause.strength) == (REPRODUCTION, "en.model", Strength.INDIRECT)
    assert [text[start:end] for start, end in clause.words] == ["copy", "manners"]
    assert clause.condition is Condition.WRITTEN_PERMISSION


def test_what_holds_no_telling_word_is_never_added():
    scale = Scale(kind=REPRODUCTION, bias=9.0, ceiling=1.0)
    text = "You may not scrape it. Xylograph it, and tell all the xylographers. Tea is served at five."
    said = [(clause.by, clause.quote) for clause in found(text, scale, {}, ("xylogr",))]
    assert said == [("en.scrape", "You may not scrape it."),
                    ("en.model", "Xylograph it, and tell all the xylographers.")]  # fmt: skip
    assert [clause.by for clause in found(text, scale, {}, ("xylo",))] == ["en.scrape"]


@pytest.mark.parametrize(("text", "added"), [
    ("Xylographs of them all.", 0),
    ("Xylographs of them are such a joy.", 1),
    ("You agree not to:\n\n* xylograph it;", 1),
])  # fmt: skip
def test_a_scrap_that_nothing_governs_is_never_added(text, added):
    scale = Scale(kind=REPRODUCTION, bias=9.0, ceiling=1.0)
    assert len(found(text, scale, {}, ("xylogr",))) == added


def test_a_permission_is_never_guessed_without_a_condition():
    scale = Scale(kind=ClauseKind.REUSE_PERMISSION, bias=9.0, ceiling=1.0)
    (clause,) = found("Xylographs of them are a joy to us.", scale, {}, ("xylogr",))
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
    assert set(book.models) == {"en", "fr"}
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
