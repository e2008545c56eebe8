"""The model drops hits that score under a floor and adds what scores over a ceiling, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.clauses import detect
from checker.clauses.linear import Model, Scale, features, see
from checker.data.clause_files import load_clauses
from checker.words import ClauseKind, Condition, Strength

REPRODUCTION = ClauseKind.REPRODUCTION


def found(text, scale=None, weights=None):
    models = {"en": Model(scales=(scale,), weights=weights)} if scale else {}
    return detect(text, "en", replace(load_clauses(), models=models))


def test_a_doubted_hit_is_dropped_and_others_stay():
    text = "You may not scrape the site. You may not copy, reproduce or distribute the content."
    scale = Scale(kind=REPRODUCTION, bias=0.0, floor=-1.0)
    assert [clause.kind for clause in found(text)] == [ClauseKind.AUTOMATED_ACCESS, REPRODUCTION]
    left = found(text, scale, {"w:copy": (-900,), "w:scrape": (-900,)})
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
    (clause,) = found(text, scale, {"w:copy": (900,), "s:manner": (300,), "w:shows": (100,), "w:our": (800,)})
    assert (clause.kind, clause.by, clause.strength) == (REPRODUCTION, "en.model", Strength.INDIRECT)
    assert [text[start:end] for start, end in clause.words] == ["copy", "manners"]
    assert clause.condition is Condition.WRITTEN_PERMISSION


def test_a_sentence_without_a_first_need_of_the_kind_is_never_added():
    scale = Scale(kind=REPRODUCTION, bias=9.0, ceiling=1.0)
    assert [clause.by for clause in found("You may not scrape it.", scale, {})] == ["en.scrape"]


def test_the_score_is_the_weights_over_the_root_of_the_number_of_features():
    model = Model(
        scales=(Scale(kind=REPRODUCTION, bias=0.5), Scale(kind=ClauseKind.CIRCUMVENTION, bias=0.0)),
        weights={
            "w:a": (-200, 100),
            "b:a b": (0, 50),
            "u:d": (100, 0),
            "h:e": (0, 25),
            "w:absent": (900, 900),
        },
    )
    # two words, two beginnings, one pair, three of what governs it and one of the heading
    assert model.scores(see(b"a b", b"d c f", b"e"), [0, 1]) == {0: 0.5 - 1 / 3, 1: 1.75 / 3}
    assert model.scores(see(b"", b"", b""), [1]) == {1: 0.0}


@given(st.lists(st.sampled_from(["copy", "copying", "copied", "all", "of", "it", "é"]), max_size=9),
       st.dictionaries(st.sampled_from(["w:copying", "s:copyin", "b:copy all", "b:copyin it", "u:all", "h:of"]),
                       st.tuples(st.integers(-900, 900))))  # fmt: skip
def test_what_reaches_the_ceiling_may_reach_it(words, weights):
    seen = see(" ".join(words).encode(), b"all of it", b"of it")
    scores = Model(scales=(Scale(kind=REPRODUCTION, bias=-1.0),), weights=weights).scores(seen, [0])
    scale = Scale(kind=REPRODUCTION, bias=-1.0, ceiling=scores[0])
    assert Model(scales=(scale,), weights=weights).may_reach(0, seen)


def test_what_holds_no_telling_word_cannot_reach_the_ceiling():
    model = Model(scales=(Scale(kind=REPRODUCTION, bias=-1.0, ceiling=1.0),), weights={"w:copy": (900,)})
    assert model.may_reach(0, see(b"copy it", b"", b""))
    assert not model.may_reach(0, see(b"take it", b"", b""))


def test_features_name_words_beginnings_pairs_lead_in_and_heading():
    assert features(see(b"no reproduction", b"you", b"uses")) == {
        "w:no", "w:reproduction", "s:no", "s:reprod", "b:no reprod", "u:you", "h:uses",
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
