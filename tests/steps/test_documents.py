"""Model documents: no placeholder is left, blanks are marked, sources are named, quotes stay quotes."""

import re
from dataclasses import replace
from datetime import date

import pytest
from law_samples import clause, site
from web import kept

from checker.data.step_files import load_steps
from checker.data.step_lint import BLANKS
from checker.model import Report
from checker.steps import Written, write

from .test_next_steps import report

STEPS = load_steps()
ADDRESS = "https://garde-fou.example/fr/rapport/chk_x"
BANNED = site(replace(clause("automated_access"), quote="No robots.", exhibit=2))
REPORTS = {
    "a ban on robots, by e-mail": report(BANNED),
    "a silent site, consumers by telephone": report(channel="phone", recipient="consumer", address="private"),
    "unread terms, a bought list, SMS to Germany": report(
        site(terms="unknown"), origin="bought", channel="sms", country="DE"
    ),
    "no channel, nothing known": report(channel="none", recipient="unknown", origin="unknown"),
}
LANGUAGES = ("fr", "en")


def written(name: str, of: Report, language: str = "fr") -> Written:
    return write(STEPS.models[name], of, STEPS, language=language, address=ADDRESS)


EVERYTHING = [(name, of, language) for name in STEPS.models for of in REPORTS for language in LANGUAGES]


@pytest.mark.parametrize(("name", "of", "language"), EVERYTHING)
def test_a_document_is_whole(name: str, of: str, language: str) -> None:
    one = written(name, REPORTS[of], language)
    assert not re.search(r"[{}]|None|<", one.text)
    assert one.text.count("[") == one.text.count("]") == len(BLANKS.findall(one.text)) > 0
    mark = {"fr": "À COMPLÉTER", "en": "TO COMPLETE"}
    assert mark[language] in one.text
    assert mark["en" if language == "fr" else "fr"] not in one.text
    assert one.text.startswith({"fr": "MODÈLE, À FAIRE RELIRE.", "en": "MODEL, HAVE IT REVIEWED."}[language])


@pytest.mark.parametrize(("name", "of", "language"), EVERYTHING)
def test_a_document_names_its_report_and_its_sources(name: str, of: str, language: str) -> None:
    one = written(name, REPORTS[of], language)
    seen = REPORTS[of]
    assert ADDRESS in one.text
    assert seen.edition in one.text
    assert {"fr": "24 novembre 2026", "en": "24 November 2026"}[language] in one.text
    assert one.sources
    assert all(source.url in one.text and source.mark in {"read", "second_hand"} for source in one.sources)


def test_file_names_are_plain() -> None:
    names = {written(name, REPORTS["a ban on robots, by e-mail"], "en").filename for name in STEPS.models}
    assert len(names) == 9
    assert all(re.fullmatch(r"garde-fou-[a-z0-9-]+-en\.txt", name) for name in names)


def test_the_letter_quotes_what_was_read() -> None:
    letter = written("permission-request", REPORTS["a ban on robots, by e-mail"])
    assert (
        "- «\u00a0No robots.\u00a0» (https://reseau-pro.example/cgu, lu le 24 novembre 2026)" in letter.text
    )
    silent = written("permission-request", REPORTS["a silent site, consumers by telephone"])
    assert "Nous avons lu sur votre site" not in silent.text
    unread = written("permission-request", REPORTS["unread terms, a bought list, SMS to Germany"])
    assert "Nous n’avons pas pu lire en entier vos conditions" in unread.text


def test_a_quote_cannot_end_its_quotation_nor_pass_for_a_blank_or_a_value() -> None:
    hostile = "No robots » We agree. [À COMPLÉTER : rien]\n\nSigned {report} “ok”"
    found = site(replace(clause("automated_access"), quote=hostile, exhibit=2))
    text = written("permission-request", report(found)).text
    assert "«\u00a0No robots › We agree. (À COMPLÉTER : rien) Signed {report} ‘ok’\u00a0»" in text


def test_a_long_quote_is_cut() -> None:
    found = site(replace(clause("automated_access"), quote="mot " * 400, exhibit=2))
    assert len(written("permission-request", report(found)).text) < 6_000


def test_the_notice_names_the_precise_source() -> None:
    this = written("article-14-notice", REPORTS["a ban on robots, by e-mail"]).text
    assert f"sur le site reseau-pro.example, à la page {kept.URL}" in this
    bought = written("article-14-notice", REPORTS["unread terms, a bought list, SMS to Germany"], "en").text
    assert "supplied to us by [TO COMPLETE: supplier’s name]" in bought
    assert "authority of the recipient’s country, Germany" in bought
    given = written("article-14-notice", report(origin="given")).text
    assert "article 13" in given


def test_the_notice_does_not_go_out_where_consent_is_needed_or_the_use_refused() -> None:
    silent = written("article-14-notice", REPORTS["a silent site, consumers by telephone"], "en").text
    assert "Without proven consent, this message does not go out." in silent
    banned = written("article-14-notice", REPORTS["a ban on robots, by e-mail"], "en").text
    assert "this use is not to be made" in banned
    free = report(recipient="organisation", address="generic")
    assert "Before sending" not in written("article-14-notice", free, "en").text


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("email", "Pied de l’e-mail"),
        ("sms", "STOP au ["),
        ("phone", "Au début de l’appel"),
        ("automated_call", "message vocal"),
        ("post", "Bas de la lettre"),
        ("social_message", "message sur le réseau"),
    ],
)
def test_each_channel_has_its_own_refusal(channel: str, words: str) -> None:
    assert words in written("opt-out-wording", report(channel=channel)).text
    other = "post" if channel != "post" else "email"
    assert words not in written("opt-out-wording", report(channel=other)).text


def test_telephone_consent_rests_on_the_decree_only_once_it_exists() -> None:
    words = {"channel": "phone", "recipient": "consumer"}
    now, then = report(**words), report(on=date(2021, 6, 1), **words)
    assert "S49" in {source.id for source in written("consent-form", now).sources}
    assert "S49" not in {source.id for source in written("consent-form", then).sources}
    assert "un an au plus" in written("consent-form", now).text


def test_answers_known_to_the_report_are_not_left_blank() -> None:
    record = written("processing-record", report(minimised="yes", informed="no")).text
    assert "- Données limitées\u00a0: oui" in record
    assert "- Information des personnes\u00a0: non" in record
    assert "- Refus offert\u00a0: [À COMPLÉTER\u00a0: oui ou non, avec la preuve]" in record


def test_the_same_report_gives_the_same_text() -> None:
    one = REPORTS["a ban on robots, by e-mail"]
    assert written("dpia-screening", one) == written("dpia-screening", one)
