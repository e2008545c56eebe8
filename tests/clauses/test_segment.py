"""Documents cut into sentences and bullets, each with the sentence that governs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.clauses.segment import units
from checker.clauses.sentences import MAX_SENTENCE


def cut(text):
    return [text[unit.start : unit.end] for unit in units(text)]


def led(text):
    return {
        text[unit.start : unit.end]: [text[start:end] for start, end in unit.leads] for unit in units(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("See art. 5, e.g. Article 8.2.2 here.", ["See art. 5, e.g. Article 8.2.2 here."]),
        ("Voir l’art. L. 342-1 du code. Puis le reste.", ["Voir l’art. L. 342-1 du code.", "Puis le reste."]),
        ("Read www.site.com/robots.txt first. Then go.", ["Read www.site.com/robots.txt first.", "Then go."]),
        ("You may not use a robot\nto read the pages of this very long and wrapped\nsite. Ever.",
         ["You may not use a robot\nto read the pages of this very long and wrapped\nsite.", "Ever."]),
        ("* use robots; or\n* copy data;", ["use robots; or", "copy data;"]),
        ("Do not: (a) copy; (b) scrape; (c) sell.", ["Do not: (a) copy;", "(b) scrape;", "(c) sell."]),
        ("", []),
    ],
)  # fmt: skip
def test_cut(text, expected):
    assert cut(text) == expected


def test_bullets_inherit_their_lead_in():
    text = "You agree not to:\n\n* use robots;\n* copy data.\n\nWe like robots."
    assert led(text) == {
        "You agree not to:": [],
        "use robots;": ["You agree not to:"],
        "copy data.": ["You agree not to:"],
        "We like robots.": [],
    }


@pytest.mark.parametrize("bullet", ["o\t", "o   ", "\uf0b7 ", "\uf0b7\t", "\uf0a7", "\uf0b7\n"])
def test_bullets_of_word_processors_inherit_their_lead_in(bullet):
    text = f"You agree not to:\n{bullet}use robots;\n{bullet}copy data."
    assert led(text)["copy data."] == ["You agree not to:"]


def test_items_without_a_stop_govern_no_paragraph_below_the_list():
    text = (
        "You must not use the services for the purpose of:\n\n   impacting the service for other users\n"
        "   spamming or harassing others\n\nYou may use automated tools to archive public pages."
    )
    assert led(text)["You may use automated tools to archive public pages."] == []


def test_a_paragraph_without_a_stop_governs_no_sentence_of_its_own():
    text = "Users are forbidden to reproduce this site without our consent\n\nYou must not use robots."
    assert led(text)["You must not use robots."] == []


def test_an_item_that_ends_in_dots_leaves_the_list_open():
    text = "You agree not to:\n\npose as a person, a robot...\n\nCollect addresses;"
    assert led(text)["Collect addresses;"] == ["You agree not to:"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("9. You may not:\n\n1. use robots;\n\n10. We sell:\n\n1. tickets;", ["We sell:"]),
        ("8.2 You may not\n- use robots;\n- copy it.\n\n8.3 Pictures may be copied.", []),
        ("You may not:\n- spam;\n- copy it.\n\n4. Fees\n\n4.1 Pages may be copied.", []),
        ("You may not:\n- spam;\n- copy it.\n\nYOUR RIGHTS\n\nPages may be copied.", []),
    ],
)
def test_a_list_ends_where_what_stands_beside_its_lead_in_begins(text, last):
    assert list(led(text).values())[-1] == last


def test_a_short_form_ends_no_sentence():
    assert cut("Es ist verboten, Preise auszulesen (sog. Screen Scraping).") == [
        "Es ist verboten, Preise auszulesen (sog. Screen Scraping)."
    ]


def test_a_word_that_is_one_letter_begins_no_bullet():
    assert cut("Está prohibido copiar\no vender los textos.") == [
        "Está prohibido copiar\no vender los textos."
    ]


def test_a_lead_in_far_above_still_governs():
    bullets = "\n".join(f"*   item number {n} of the list;" for n in range(80))
    text = f"Il est interdit de :\n\n{bullets}\n*   utiliser des robots."
    assert led(text)["utiliser des robots."] == ["Il est interdit de :"]


def test_sub_lists_inherit_both():
    text = "You must not:\n\n* do these things:\n    * use robots;\n    * crawl;\n* sell data."
    found = led(text)
    assert found["crawl;"] == ["You must not:", "do these things:"]
    assert found["sell data."] == ["You must not:"]


def test_lettered_list_inside_a_numbered_one():
    text = "You shall not:\n\n1. access the site:\n\n(a) with robots;\n\n(b) with scripts;\n\n2. sell data."
    found = led(text)
    assert found["with scripts;"] == ["You shall not:", "access the site:"]
    assert found["sell data."] == ["You shall not:"]


def test_a_heading_ends_inheritance():
    text = "You agree not to:\n\n* copy data;\n\nOur robots\n----------\n\n* visit your site;"
    assert led(text)["visit your site;"] == []


def test_paragraph_items_without_bullets_inherit():
    text = "Vous vous interdisez :\n\nd’utiliser des robots ;\n\nde copier les données.\n\nNous lisons."
    found = led(text)
    assert found["de copier les données."] == ["Vous vous interdisez :"]
    assert found["Nous lisons."] == []


def test_parts_after_a_semicolon_inherit_what_comes_before_the_colon():
    found = led("You must not: copy data; use robots; or sell it.")
    assert found["use robots;"] == ["You must not:"]


def test_sections():
    text = "### 8.2. Don’ts\n\nYou will not:\n\n1.  Lie;\n2.  Use robots;\n\n## Contact\n\nWrite to us."
    found = {text[unit.start : unit.end]: unit.section for unit in units(text)}
    assert found["Use robots;"] == "8.2.2"
    assert found["Write to us."] == "Contact"


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("## 8. Use\n\n8.2 You must not:\n\n- scrape it;", "8.2"),
        ("## Terms of use\n\n8.2 You must not:\n\n(a) scrape it;", "8.2.a"),
        ("## § 4 Use\n\n(1) You must not:\n\n- scrape it;", "§ 4.1"),
        ("## 8. Use\n\n8.2 You must not:\n\n(a) do these things:\n\n- scrape it;", "8.2.a"),
        ("## 8. Use\n\n8.2 You must not:\n\n1. lie;\n2. Scrape it", "8.2.2"),
        ("## 8. You must not:\n\n- scrape it;", "8"),
        ("## Terms of use\n\n2. You must not:\n\n- scrape it;", "Terms of use"),
        ("8.2 You must not:\n\n- lie.\n\n## 9. Contact\n\nScrape it.", "9"),
    ],
)
def test_an_item_carries_the_number_of_what_governs_it(text, section):
    assert [unit.section for unit in units(text)][-1] == section


@given(st.text(alphabet="aZ.;: \n*-1()#•|=\t\u00a0é"))
def test_units_are_ordered_apart_and_bare(text):
    last = 0
    for unit in units(text):
        assert last <= unit.start < unit.end <= len(text)
        quote = text[unit.start : unit.end]
        assert quote == quote.strip()
        assert len(quote) <= MAX_SENTENCE
        last = unit.end


@pytest.mark.parametrize("sign", ["\u0387", "\u00b7"])
def test_a_raised_dot_is_the_semicolon_of_greek(sign):
    found = led(f"Απαγορεύεται: η αντιγραφή{sign} η χρήση ρομπότ{sign} η πώληση των δεδομένων.")
    assert found[f"η χρήση ρομπότ{sign}"] == ["Απαγορεύεται:"]
    listed = led(f"Απαγορεύεται:\n\nη αντιγραφή δεδομένων{sign}\n\nΗ χρήση ρομπότ.")
    assert listed["Η χρήση ρομπότ."] == ["Απαγορεύεται:"]


def test_a_raised_dot_between_the_words_of_a_menu_ends_nothing():
    assert cut("Terms of use · Privacy policy · Contact us today.") == [
        "Terms of use · Privacy policy · Contact us today."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vietato lo scraping (c.d. Estrazione) dei dati.",
        "Ai sensi della lett. B e degli artt. Quattro e cinque, è vietato.",
        "Il D.Lgs. Privacy vieta la raccolta, cfr. Allegato.",
        "Zabranjeni su roboti, npr. Googlebot, itd. Vrijedi za sve.",
        "Forbudt er roboter, f.eks. Googlebot og andre.",
        "Förbjudet är robotar, t.ex. Googlebot, bl.a. Detta.",
        "You may not copy… scrape or sell data.",
    ],
)
def test_short_forms_and_dots_before_a_small_letter_end_no_sentence(text):
    assert cut(text) == [text]


def test_dots_before_a_capital_end_a_sentence():
    assert cut("You may not copy… Scraping is forbidden too.") == [
        "You may not copy…", "Scraping is forbidden too.",
    ]  # fmt: skip


def test_units_are_asked_whether_anything_may_govern_them():
    text = "We like readers.\n\nYou must not:\n\n- use robots;\n- copy pages.\n\n## Bans\n\n1. Robots.\n\nOur pages are free."
    asked = {}

    def tells(start, end, alone):
        asked[text[start:end]] = alone
        return True

    list(units(text, tells=tells, begins=lambda words: words.startswith("Our")))
    assert asked == {
        "We like readers.": True,
        "You must not:": True,
        "use robots;": False,
        "copy pages.": False,
        "Robots.": False,
        "Our pages are free.": True,
    }
