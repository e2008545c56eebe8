"""What a detected clause says: quote, lead-in, effect, condition, words; and what is not a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.clauses import blocks_by_language, detect, language_of
from checker.data.clause_files import load_clauses, read_clauses
from checker.words import ClauseKind, Condition, Effect

BOOK = load_clauses()


def found(text, kind=ClauseKind.AUTOMATED_ACCESS, language="en"):
    return [clause for clause in detect(text, language, BOOK) if clause.kind == kind]


def test_a_bullet_is_quoted_without_its_lead_in():
    text = (
        "## 8.2 Don’ts\n\nYou agree that you will not:\n\n1.  Use robots to scrape the Services;\n2.  Lie.\n"
    )
    (clause,) = found(text)
    assert clause.quote == "Use robots to scrape the Services;" == text[clause.start : clause.end]
    assert clause.lead == "You agree that you will not:"
    assert clause.section == "8.2.1"
    assert clause.effect is Effect.PROHIBITS
    assert "robots" in " ".join(text[start:end] for start, end in clause.words)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("You may not scrape the site without our prior written consent.", Condition.WRITTEN_PERMISSION),
        ("You may not use crawlers here except as permitted by robots.txt.", Condition.ROBOTS_TXT),
        ("Without written permission, do not:\n\n* use robots to crawl it;", Condition.WRITTEN_PERMISSION),
        ("You may not scrape the site. Unless we gave written permission.", Condition.WRITTEN_PERMISSION),
        ("You may not scrape the site, except public search engines.", Condition.SEARCH_ENGINES_ONLY),
    ],
)  # fmt: skip
def test_an_exception_makes_it_conditional(text, condition):
    (clause,) = found(text)
    assert (clause.effect, clause.condition) == (Effect.CONDITIONAL, condition)


PERMISSION = """
language = "xx"
[lexicon]
allow = ["you may copy"]
ban = ["do not scrape"]
exception_start = ["^only"]
[[clause]]
id = "xx.allow"
kind = "reuse_permission"
effect = "permits"
needs = ["allow"]
yes = ["You may copy it."]
no = ["Nothing."]
[[clause]]
id = "xx.ban"
kind = "automated_access"
needs = ["ban"]
yes = ["Do not scrape it."]
no = ["Nothing."]
[[condition]]
condition = "written_permission"
terms = ["without consent"]
yes = ["without consent"]
[[condition]]
condition = "non_commercial"
effect = "permits"
terms = ["for yourself"]
yes = ["for yourself"]
"""


@pytest.mark.parametrize(
    ("text", "allowed", "banned"),
    [
        ("You may copy it for yourself; do not scrape it.", Condition.NON_COMMERCIAL, None),
        ("You may copy it and do not scrape it, for yourself.", Condition.NON_COMMERCIAL, None),
        ("You may copy it and do not scrape it without consent.", None, Condition.WRITTEN_PERMISSION),
        ("You may copy it and do not scrape it. Only for yourself.", Condition.NON_COMMERCIAL, None),
    ],
)
def test_a_permission_has_conditions_of_its_own(tmp_path, text, allowed, banned):
    (tmp_path / "xx.toml").write_text(PERMISSION, encoding="utf-8")
    (tmp_path / "gloss.toml").write_text('conditional = ["automated_access"]\ngloss = []\n', encoding="utf-8")
    got = {clause.kind: clause for clause in detect(text, "xx", read_clauses(tmp_path))}
    permission, ban = got[ClauseKind.REUSE_PERMISSION], got[ClauseKind.AUTOMATED_ACCESS]
    assert (permission.effect, permission.condition) == (Effect.PERMITS, allowed)
    assert (ban.effect is Effect.CONDITIONAL, ban.condition) == (banned is not None, banned)


@pytest.mark.parametrize(
    "text",
    [
        "You may not scr\u00adape the site.",
        "You may not sсrаpe the site.",  # Cyrillic с and а
        "YOU MAY NOT USE ROBOTS,\nSPIDERS OR OTHER AUTOMATED MEANS TO\nACCESS THE SITE.",
        "You may not use auto-\nmated means to access the site.",
        "You\u00a0may not use “robots” to access the site.",
    ],
)
def test_tricks_of_the_text_hide_nothing(text):
    (clause,) = found(text)
    assert clause.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "We use automated means to find spam.",
        "“Bot” means a program.",
        "The robot vacuum cleaner must not be used outdoors.",
        "Your subscription renews automatically.",
        "",
    ],
)
def test_what_is_no_clause(text):
    assert found(text) == []


def test_each_occurrence_is_reported_in_order():
    text = "You may not scrape the site. Be kind. You may not scrape the site."
    assert [clause.start for clause in found(text)] == [0, 38]


def test_a_language_that_is_not_read_gives_nothing():
    assert detect("You may not scrape the site.", "qq", BOOK) == ()


@given(st.text())
def test_any_text_is_read_without_an_error(text):
    for clause in detect(text, "en", BOOK):
        assert clause.quote == text[clause.start : clause.end]


@given(st.lists(st.sampled_from(
    ["You may not ", "scrape", " it", ". ", ":\n\n", "* ", "robots ", "; ", "\n", "\u00ad", "(a) ", "## "]
), max_size=40))  # fmt: skip
def test_quote_and_words_are_places_in_the_text(parts):
    text = "".join(parts)
    clauses = detect(text, "en", BOOK)
    assert clauses == detect(text, "en", BOOK)
    for clause in clauses:
        assert clause.quote == text[clause.start : clause.end]
        assert all(clause.start <= start < end <= clause.end for start, end in clause.words)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Il est interdit de copier les données de ce site sans autorisation écrite. " * 3, "", "fr"),
        ("Il est interdit de copier les données de ce site sans autorisation écrite. " * 3, "en-US", "fr"),
        ("Oui.", "fr-FR", "fr"),
        ("", "", ""),
        ("12 345", "de", "de"),
    ],
)
def test_language(text, declared, language):
    assert language_of(text, declared) == language


def test_a_page_in_two_languages_is_cut_into_runs():
    french = "Il est strictement interdit de revendre ce contenu. "
    french += "Il est interdit d’utiliser des robots pour copier les données de ce site."
    english = "Nobody is allowed to resell anything of this content. "
    english += "You may not use robots or other automated means to copy the data of this site."
    text = f"{french}\n\n{french}\n\n{english}\n\n{english}\n"
    runs = list(blocks_by_language(text, "fr", frozenset({"fr", "en"})))
    assert [language for _, language in runs] == ["fr", "en"]
    assert text[slice(*runs[1][0])].startswith("Nobody")


@pytest.mark.parametrize("declared", ["", "sr", "sr-Cyrl-RS"])
def test_serbian_in_cyrillic_letters_is_not_croatian(declared):
    text = (
        "Забрањено је коришћење робота и других аутоматизованих средстава за прикупљање података са овог сајта "
        "без наше писмене сагласности. Корисник се обавезује да поштује ове услове коришћења и важеће прописе."
    )
    assert language_of(text, declared) == "sr"
    assert not declared or language_of("Услови", declared) == "sr"
    assert language_of("Uslovi", "sr") == "hr"


def test_an_exception_in_a_ban_of_its_own_concerns_no_other():
    text = "You may not scrape the site. Unless we agree in writing, you may not copy our articles."
    assert [clause.condition for clause in found(text)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "binds"),
    [
        ("en", "You may not use robots to scrape the listings, except through our public API.", "unknown"),
        ("en", "If you use our API, you may not scrape the site with bots.", "api_users"),
        (
            "fr",
            "Il est interdit d’extraire les annonces par des robots, sauf au moyen de notre API.",
            "unknown",
        ),
        ("fr", "Il est interdit d’utiliser l’API pour aspirer les annonces.", "api_users"),
        ("cs", "Je zakázáno používat roboty ke stahování obsahu, s výjimkou našeho API.", "unknown"),
    ],
)
def test_who_is_sent_to_an_interface_is_not_its_user(language, text, binds):
    assert [str(one.binds) for one in detect(text, language, BOOK)] == [binds]
