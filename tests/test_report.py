"""A report is arranged for reading: strongest proof first, hidden characters shown, nothing left unsaid."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from web import kept

from checker.data.law_files import load_law
from checker.model import Missing, Purpose, Text
from checker.report import (
    CAUSES,
    LEVELS,
    Otherwise,
    causes,
    documents,
    explain,
    labels,
    order,
    outline,
    stored_copy,
)
from checker.report.purposes import carried, choices, line
from checker.report.quotes import quotes
from checker.report.robots import panel
from checker.report.shown import outbound, to_passage, visible
from checker.words import Cause, ClauseKind, Condition, Effect, Level, Mode, Recipient, State

FIELDS = load_law().fields


def test_the_strongest_clause_is_the_proof_and_the_others_follow() -> None:
    report = outline(kept.PROHIBITED, FIELDS)
    assert report.proof.quote.number == 1
    assert [quote.number for quote in report.more_quotes] == [2, 0]


def test_a_passage_that_says_two_things_is_quoted_once_with_both() -> None:
    both = replace(kept.CONTACTS, start=kept.AUTOMATED.start, end=kept.AUTOMATED.end)
    both = replace(
        both, quote=kept.AUTOMATED.quote, words=((kept.AUTOMATED.start, kept.AUTOMATED.start + 8),)
    )
    (quote,) = quotes(kept.kept("x", kept.PROHIBITED.report.verdict, clauses=(both, kept.AUTOMATED)).report)
    assert [(said.number, said.kind.en) for said in quote.statements] == [
        (1, "Automated access"),
        (0, "Collecting contact details"),
    ]
    assert [run.text for run in quote.runs if run.is_marked] == [
        "Utiliser",
        "robots",
        "moyen automatisé pour copier",
    ]


def test_explicit_comes_before_indirect_and_prohibits_before_permits() -> None:
    explicit = replace(kept.API, strength=kept.AUTOMATED.strength, effect=Effect.PERMITS)
    indirect = replace(kept.AUTOMATED, strength=kept.API.strength)
    report = kept.kept(
        "x", kept.PROHIBITED.report.verdict, clauses=(indirect, explicit, kept.CONTACTS)
    ).report
    assert [quote.number for quote in quotes(report)] == [2, 1, 0]


def test_a_refusal_is_proved_by_a_signal_where_no_clause_forbids() -> None:
    judged = kept.PROHIBITED.report.verdict
    report = outline(kept.kept("x", judged, clauses=(kept.API,)), FIELDS)
    assert report.proof.signal.quote == "Disallow: /in/"
    assert [quote.number for quote in report.more_quotes] == [0]


def test_only_a_permission_proves_that_a_use_is_permitted() -> None:
    judged = kept.PERMITTED.report.verdict
    permits = replace(kept.API, kind=ClauseKind.REUSE_PERMISSION, effect=Effect.PERMITS, condition=None)
    licence = replace(kept.SIGNALS[1], signal="licence", fact="site.licence_open")
    assert outline(kept.kept("x", judged, clauses=(kept.AUTOMATED, permits)), FIELDS).proof.quote.number == 1
    assert outline(kept.kept("x", judged, signals=(licence,)), FIELDS).proof.signal.name.en == "Licence"
    assert outline(kept.kept("x", judged, clauses=(kept.AUTOMATED,)), FIELDS).proof is None


def test_a_permission_on_conditions_proves_that_a_use_is_possible_on_conditions() -> None:
    judged = replace(
        kept.PERMITTED.report.verdict, level=Level.CONDITIONAL, collect=Level.CONDITIONAL, site_state="S0"
    )
    permits = replace(
        kept.API,
        kind=ClauseKind.REUSE_PERMISSION,
        effect=Effect.PERMITS,
        condition=Condition.ATTRIBUTION,
    )
    (said,) = outline(kept.kept("x", judged, clauses=(permits,), signals=()), FIELDS).proof.quote.statements
    assert said.condition == Text(fr="mention de la source", en="naming the source")
    silent = replace(judged, site_state="S1")
    assert outline(kept.kept("x", silent, clauses=(permits,), signals=()), FIELDS).proof is None


def test_where_the_law_decides_its_reason_is_the_proof() -> None:
    shown = outline(replace(kept.CONSENT_FIRST), FIELDS).proof
    assert shown.reason.article == Text(fr="CPCE L34-5, al. 1", en="CPCE L34-5, para. 1")
    assert shown.reason.level is Level.CONSENT_FIRST


def test_where_nothing_can_be_said_what_is_missing_stands_first() -> None:
    assert outline(kept.UNDETERMINED, FIELDS).proof.unread.name.en == "Developer terms"


def test_a_cause_is_not_shown_as_a_quote() -> None:
    unread = replace(kept.SIGNALS[1], state=State.UNKNOWN, quote="robots_disallowed")
    report = outline(kept.kept("x", kept.PROHIBITED.report.verdict, signals=(unread,)), FIELDS)
    assert (report.signals[0].quote, report.signals[0].objects) == ("", False)


def test_a_quote_keeps_its_words_and_marks_those_that_decide() -> None:
    proof = outline(kept.PROHIBITED, FIELDS).proof.quote
    assert "".join(run.text for run in proof.runs) == kept.AUTOMATED.quote
    assert [run.text for run in proof.runs if run.is_marked] == ["robots", "moyen automatisé pour copier"]
    assert proof.live.startswith("https://reseau-pro.example/cgu#:~:text=Utiliser%20des%20robots%2C%20des")


def test_terms_are_counted_and_what_was_not_read_says_why_and_what_to_do() -> None:
    report = outline(kept.PROHIBITED, FIELDS)
    assert (report.read_count, report.document_count, report.is_partial) == (1, 2, True)
    (unread,) = report.unread
    assert unread.cause == Text(
        fr="Le site refuse de nous servir cette page (erreur 403).",
        en="The site refuses to serve us this page (error 403).",
    )
    assert unread.remedy.en.startswith("Open the page in your browser")


def test_a_page_that_proved_not_to_be_terms_is_shown_but_not_counted() -> None:
    other = replace(kept.EXHIBITS[3], missing=replace(kept.EXHIBITS[3].missing, cause=Cause.NOT_TERMS))
    seen = kept.snapshot(*kept.EXHIBITS[:3], other)
    report = outline(kept.kept("x", kept.PROHIBITED.report.verdict, seen=seen), FIELDS)
    assert (report.read_count, report.document_count, len(report.unread)) == (1, 1, 1)


def test_three_questions_have_two_tiles_each_and_the_worst_decides() -> None:
    answers = outline(kept.PROHIBITED, FIELDS).answers
    assert [[tile.id for tile in one.tiles] for one in answers] == [["R1", "R2"], ["R3", "R4"], ["R5", "R6"]]
    assert [one.decides for one in answers] == [True, False, False]
    assert not any(one.decides for one in outline(kept.PERMITTED, FIELDS).answers)


def test_the_other_reading_keeps_every_answer() -> None:
    mine = kept.CONSENT_FIRST.report.verdict
    theirs = replace(mine, mode=Mode.CNIL_B2B, level=Level.CONDITIONAL, contact=Level.CONDITIONAL)
    other = outline(kept.CONSENT_FIRST, FIELDS, Otherwise(verdict=theirs)).other_reading
    assert [(one.mode, one.is_applied, one.contact) for one in other.columns] == [
        ("strict", True, Level.CONSENT_FIRST),
        ("cnil_b2b", False, Level.CONDITIONAL),
    ]
    assert other.carried == (("related_to_profession", "yes"), ("mode", "cnil_b2b"))


def test_ai_signals_stand_apart() -> None:
    report = outline(kept.PROHIBITED, FIELDS)
    assert [signal.name.en for signal in report.signals] == ["TDMRep"]
    assert [signal.name.en for signal in report.ai_signals] == ["ai.txt"]


def test_robots_shows_the_deciding_line_with_the_agents_it_binds() -> None:
    shown = panel(kept.PROHIBITED.report)
    assert shown.objects
    assert shown.total == 11
    assert [(row.number, row.text) for row in shown.lines if row.is_deciding] == [(8, "Disallow: /in/")]
    assert [row.number for row in shown.lines] == [5, 6, 7, 8, 9, 10, 11]
    assert [row.number for row in shown.lines if row.skips] == [5]


def test_robots_far_below_its_agents_shows_both() -> None:
    body = "User-agent: *\n" + "".join(f"Disallow: /{number}\n" for number in range(40))
    exhibit = replace(kept.EXHIBITS[0], page=kept.page(kept.EXHIBITS[0].url, body))
    told = replace(kept.SIGNALS[0], place=replace(kept.SIGNALS[0].place, line=30))
    report = kept.kept(
        "x", kept.PROHIBITED.report.verdict, signals=(told,), seen=kept.snapshot(exhibit)
    ).report
    assert [row.number for row in panel(report).lines] == [1, 27, 28, 29, 30, 31, 32, 33]


def test_the_stored_copy_keeps_all_the_text_and_marks_each_clause_once() -> None:
    copy = stored_copy(kept.PROHIBITED.report, 2)
    assert [entry.number for entry in copy.index] == [1, 2, 0]
    assert [anchor for block in copy.blocks for anchor in block.anchors] == [1, 2, 0]
    marked = ["".join(run.text for run in block.runs if run.is_marked) for block in copy.blocks]
    assert [text for text in marked if text] == [kept.AUTOMATED.quote, kept.CONTACTS.quote, kept.API.quote]
    assert [block.shape for block in copy.blocks][:5] == ["heading", "text", "heading", "text", "item"]


def test_a_passage_that_says_two_things_counts_once_in_the_copy_and_in_the_list() -> None:
    both = replace(kept.AUTOMATED, kind=ClauseKind.CONTACT_HARVESTING)
    report = kept.kept("x", kept.PROHIBITED.report.verdict, clauses=(both, kept.AUTOMATED)).report
    copy = stored_copy(report, 2)
    assert [[kind.en for kind in entry.kinds] for entry in copy.index] == [
        ["Collecting contact details", "Automated access"]
    ]
    assert [anchor for block in copy.blocks for anchor in block.anchors] == [0, 1]
    assert copy.line.passages == 1
    assert next(line.passages for line in documents.lines(report)) == 1


@pytest.mark.parametrize("number", [-1, 0, 3, 99])
def test_what_has_no_text_has_no_stored_copy(number: int) -> None:
    assert stored_copy(kept.PROHIBITED.report, number) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Camille \u202egnp.exe", "Camille [U+202E]gnp.exe"),
        ("a\x00b\x1b[31m", "a[U+0000]b[U+001B][31m"),
        ("un\nd\u00e9j\u00e0\tvu\r\n", "un\nd\u00e9j\u00e0\tvu\n"),
        ("\u2066x\u2069\u200f", "[U+2066]x[U+2069][U+200F]"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//x.example", "http:", "https://[", "ftp://x.example/"],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert outbound(url) == ""
    assert to_passage(url, "some words") == ""


def test_a_link_to_a_passage_escapes_what_means_something_in_it() -> None:
    url = "https://x.example/cgu#haut"
    assert to_passage(url, "data-mining, non") == "https://x.example/cgu#:~:text=data%2Dmining%2C%20non"
    assert to_passage(url, " ".join("abcdefghijkl")).endswith("#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l")


def test_every_cause_has_a_sentence_and_a_remedy() -> None:
    assert set(CAUSES) == set(Cause)
    missing = Missing(url="https://x.example/", cause=Cause.HTTP_STATUS, status=404, taken_at=kept.AT)
    assert "404" in explain(missing).say.fr


def test_the_purpose_is_told_in_one_line_and_carried_whole() -> None:
    purpose = Purpose(recipient=Recipient.CONSUMER, related_to_profession=State.NO, mode=Mode.CNIL_B2B)
    assert line(purpose, FIELDS).en == "E-mail · A private person · Link with the profession: no"
    assert line(Purpose(), FIELDS).fr.startswith("E-mail · Une personne, dans son travail")
    assert carried(purpose, ("recipient", "related_to_profession")) == (("mode", "cnil_b2b"),)
    assert [choice.name for choice in choices(purpose, FIELDS)] == [
        "recipient",
        "channel",
        "related_to_profession",
    ]


def test_a_check_without_a_report_has_no_outline() -> None:
    with pytest.raises(ValueError, match="chk_running"):
        outline(kept.RUNNING, FIELDS)


def ours() -> Iterator[Text]:
    for module in (labels, causes, documents, order):
        yield from _texts(vars(module))


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, causes.Explanation):
        yield from (value.say, value.do)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def test_our_french_has_its_spaces_and_apostrophes() -> None:
    texts = list(ours())
    assert len(texts) > 120
    assert [t.fr for t in texts if re.search(r"[ \w][:;!?»]|« |'", t.fr) and "http" not in t.fr] == []


def test_we_never_call_a_use_legal_or_safe() -> None:
    said = " ".join(f"{text.fr} {text.en}" for text in ours())
    assert re.findall(r"(?i)\b(légale?|illégale?|conforme|compliant|illegal|safe|sûre?)\b", said) == []
    assert re.findall(r"(?i)(?<!not a )(?<!the )\blegal\b (?!notice|centre)", said) == []


def test_the_five_words_are_fixed() -> None:
    assert [LEVELS[level].fr for level in reversed(Level)] == [
        "À ne pas faire",
        "Impossible à dire",
        "Accord préalable requis",
        "Possible sous conditions",
        "Autorisé",
    ]
