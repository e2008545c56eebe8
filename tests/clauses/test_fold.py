"""Folded text can be matched, and every folded character knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.clauses.fold import fold, fold_lines, origins
from checker.clauses.lines import Lines


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Réutilisation d’ŒUVRES", "reutilisation d'oeuvres"),
        ("scra\u00adping et auto\u200bmatisé", "scraping et automatise"),
        ("« robots »\u00a0: interdits", '" robots " : interdits'),
        ("moyens automatisÃ©s", "moyens automatises"),
        ("lâ€™extraction", "l'extraction"),
        ("sсrаping", "scraping"),  # Cyrillic с and а
        ("auto-\n   mated means", "automated means"),
        ("e\u0301crit", "ecrit"),
        ("ﬁle  \t x", "file x"),
        ("ΑΠΑΓΟΡΕΎΕΤΑΙ η χρήσης", "απαγορευεται η χρησησ"),
        ("Забранено е", "забранено е"),
        ("Straße", "strasse"),
    ],
)
def test_fold(raw, folded):
    assert fold(raw) == folded


def test_origins_lead_back_to_the_raw_characters():
    raw = "L’Œuvre auto-\nmatisÃ©e"
    where = origins(raw)
    at = fold(raw).index("automatisee")
    assert raw[where[at] : where[at + len("automatisee")]] == "auto-\nmatisÃ©e"


@given(st.text())
def test_origins_agree_with_fold(raw):
    where = origins(raw)
    assert len(where) == len(fold(raw)) + 1
    assert list(where) == sorted(where)


@given(st.text(alphabet="aé\u0301œﬁ \u00a0\t\n-\u00adÃ©â€™сΑß\u200b"))
def test_origins_agree_with_fold_on_tricky_letters(raw):
    assert len(origins(raw)) == len(fold(raw)) + 1


@given(st.lists(st.text(alphabet="aÉ\u0301œ \u00a0\tÃ©`сΑß\u200b\x7f\x85"), min_size=1))
def test_lines_are_folded_one_by_one(lines):
    assert fold_lines("\n".join(lines)) == [fold(line).strip().encode() for line in lines]


@given(st.lists(st.text(alphabet="aÉ\u0301œ \u00a0\t-–ß\u200b\x7f•ł…"), min_size=1))
def test_a_part_of_folded_lines_is_found_where_it_comes_from(lines):
    text = "\n".join([*lines, "l'œuvre – “scraping”", "…"])
    folded = Lines(text, narrow=True)
    at = folded.data.rindex(b"scraping")
    [(begin, end)] = folded.origins(iter([(at, at + 8)]))
    assert "scraping" in text[begin:end]
    assert end - begin <= 8 + 2 * 2
