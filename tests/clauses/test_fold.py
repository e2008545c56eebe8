"""Folded text can be matched, and every folded character knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.clauses.fold import Folded, fold, origins


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


@given(
    st.text(alphabet="aÉ\u0301œ \u00a0\t\n\r-–ß\u200b\x01\x02\x7f\x85•§ł…Ã©â€™`сΑ"),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_a_part_is_folded_as_if_it_stood_alone(text, start, more):
    part = text[start : start + more]
    assert Folded(text).part(start, start + more) == fold(part).encode()
    assert Folded(text, latin=False).part(start, start + more) == fold(part).encode()


def test_narrow_text_keeps_places_and_marks_what_is_no_single_letter():
    assert Folded("É–ß •\t„a“\nœЖ\r").narrow == b'e-\x01 \x02 "a"\n\x01\x01 '


def test_parts_of_a_text_with_many_foreign_letters_are_folded():
    letters = "".join(map(chr, range(0x0391, 0x03C9)))
    text = f"{letters} ｒｏｂｏｔｓ Straße"
    assert Folded(text).part(len(letters) + 1, len(text)) == b"robots strasse"
    assert Folded(text).part(0, 2) == "αβ".encode()
