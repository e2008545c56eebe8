"""The model drops a hit that scores under its floor, and nothing else."""

from dataclasses import replace

import pytest

from checker.clauses import detect
from checker.clauses.linear import Model, Scale, features
from checker.data.clause_files import load_clauses
from checker.words import ClauseKind

TEXT = "You may not scrape the site. You may not copy, reproduce or distribute the content."


def test_a_doubted_hit_is_dropped_and_others_stay():
    scale = Scale(
        kind=ClauseKind.REPRODUCTION, bias=0.0, floor=-1.0, weights={"w:copy": -9.0, "w:scrape": -9.0}
    )
    book = load_clauses()
    kinds = [
        [clause.kind for clause in detect(TEXT, "en", replace(book, models=models))]
        for models in ({}, {"en": Model(scales=(scale,))})
    ]
    assert kinds[0] == [ClauseKind.AUTOMATED_ACCESS, ClauseKind.REPRODUCTION]
    assert kinds[1] == [ClauseKind.AUTOMATED_ACCESS]


@pytest.mark.parametrize(("floor", "doubts"), [(-0.51, False), (-0.49, True)])
def test_the_score_is_the_mean_weight_over_the_root_of_the_number_of_features(floor, doubts):
    scale = Scale(kind=ClauseKind.REPRODUCTION, bias=0.5, floor=floor, weights={"w:a": -2.0, "w:absent": 9.0})
    assert scale.doubts(frozenset({"w:a", "w:b", "w:c", "w:d"})) is doubts


def test_features_name_words_beginnings_pairs_lead_in_and_heading():
    assert features("no reproduction", "you", "uses") == {
        "w:no", "w:reproduction", "s:no", "s:reprod", "b:no reprod", "u:you", "h:uses",
    }  # fmt: skip


def test_shipped_models_are_read_and_belong_to_a_language():
    book = load_clauses()
    assert set(book.models) <= book.languages
    for model in book.models.values():
        assert model.scales
