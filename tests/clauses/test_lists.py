"""Lists as real documents lay them out: loose paragraphs, markers alone on a line, headings, spaced-out lines."""

import pytest

from checker.clauses import detect
from checker.clauses.segment import units
from checker.data.clause_files import load_clauses
from checker.words import ClauseKind

BOOK = load_clauses()


def led(text, begins=lambda words: words.startswith(("You", "We"))):
    return {
        text[unit.start : unit.end]: [text[start:end] for start, end in unit.leads]
        for unit in units(text, begins=begins)
    }


def access(text, language="en"):
    return [c for c in detect(text, language, BOOK) if c.kind is ClauseKind.AUTOMATED_ACCESS]


def test_paragraphs_with_full_stops_are_items_until_one_begins_a_sentence_of_its_own():
    text = (
        "Also prohibited:\n\nLying to anyone.\n\nUsing robots on it.\n\nWe visit robots.\n\nMore robots here."
    )
    found = led(text)
    assert found["Using robots on it."] == ["Also prohibited:"]
    assert found["We visit robots."] == found["More robots here."] == []


def test_a_number_alone_on_its_line_belongs_to_the_text_below():
    text = "You agree not to:\n\n1.8.3\n\nspread any virus.\n\n1.8.4\n\nuse any robots."
    found = {text[unit.start : unit.end]: unit for unit in units(text)}
    assert found["use any robots."].section == "1.8.4"
    assert found["use any robots."].leads == found["spread any virus."].leads != ()


def test_a_heading_that_says_the_ban_governs_its_bullets_only():
    (clause,) = access(
        "## Prohibited uses\n\n* robots that read the pages of the site\n\n## Uses\n\n* robots that read pages\n"
    )
    assert clause.quote == "robots that read the pages of the site"
    assert clause.lead == "## Prohibited uses"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("**You must not:**\n\n* use robots;\n", "**You must not:**"),
        ("## You must not:\n\n* use robots;\n", "## You must not:"),
        ("You must not:\n-------------\n\n* use robots;\n", "You must not:"),
        ("- Be kind.\n- ### You must not:\n  - use robots;\n", "### You must not:"),
        ("1. Be kind.\n2. ### You must not:\n\n   a) use robots;\n", "### You must not:"),
    ],
)
def test_a_heading_that_ends_in_a_colon_is_a_lead_in(text, lead):
    assert led(text)["use robots;"] == [lead]


def test_a_heading_behind_a_bullet_or_a_number_is_one_where_no_list_is_open():
    text = "Our robots.\n\n* ### Visits\n  We use robots.\n\n3. #### Our own visits\n\n   - come at night."
    found = {text[unit.start : unit.end]: unit for unit in units(text)}
    assert (found["We use robots."].heading, found["We use robots."].leads) == ("Visits", ())
    assert (found["come at night."].section, found["come at night."].leads) == ("3", ())


def test_a_sentence_that_breaks_off_in_a_comma_governs_the_list_that_begins_below():
    found = led(
        "You are forbidden,\n\na) to use robots;\nb) to lie,\nc) to sell.\n\nFriends,\n\nWe visit robots."
    )
    assert found["to use robots;"] == found["to lie,"] == found["to sell."] == ["You are forbidden,"]
    assert found["We visit robots."] == []


def test_wrapped_lines_with_blank_lines_between_are_one_sentence():
    wrapped = "It is told that this ban also aims at such practices as the\n\n" * 3
    sentence = "nobody may use spiders or\n\nother robots to take any content of this very long and very wide\n\nsite."
    text = f"{wrapped}{sentence}\n\n\n\nAnother paragraph stands here and it goes on in the next line\n\nof it.\n"
    found = [text[unit.start : unit.end] for unit in units(text)]
    assert found == [
        f"{wrapped}{sentence}",
        "Another paragraph stands here and it goes on in the next line\n\nof it.",
    ]


def test_a_blank_line_ends_a_paragraph_elsewhere():
    assert list(led("One thing\nand more of it.\n\nanother thing.")) == [
        "One thing\nand more of it.",
        "another thing.",
    ]


@pytest.mark.parametrize(
    ("language", "text", "lead"),
    [
        ("es", "Queda prohibido:\n\nLa reventa.\n\nEl uso de robots para leer el sitio.", "Queda prohibido:"),
        ("pt", "É proibido:\n\nA revenda.\n\nO uso de robôs para ler o site.", "É proibido:"),
        ("es", "## Usos prohibidos\n\n* El uso de robots para leer el sitio.", "## Usos prohibidos"),
        ("pt", "## Usos proibidos\n\n* O uso de robôs para ler o site.", "## Usos proibidos"),
    ],
)
def test_an_item_that_begins_with_an_article_is_still_one(language, text, lead):
    assert [clause.lead for clause in access(text, language)] == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "You must not:\n\n- ### Use robots to scrape the site\n- ### Share your password",
        "You must not:\n\n1. ### Use robots to scrape the site\n2. ### Share your password",
    ],
)
def test_an_item_that_is_written_as_a_heading_is_still_an_item(text):
    assert [clause.lead for clause in access(text)] == ["You must not:"]


def test_an_item_that_is_written_as_a_heading_has_its_number_below_that_of_its_lead():
    text = "8.2 You must not:\n\n1. ### Use robots to scrape the site\n2. ### Share your password"
    assert [clause.section for clause in access(text)] == ["8.2.1"]
