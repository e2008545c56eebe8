from html_samples import page, reading

from checker.html import read
from checker.html.numerals import numeral


def test_headings_paragraphs_and_bullets_have_one_line_each() -> None:
    got = reading(
        "<h1>Terms</h1><p>You  agree\n not to:</p>"
        "<ul><li>scrape;<ul><li>by robot</li></ul></li><li>copy.</li></ul><p>End</p>"
    )
    assert got.text == "# Terms\n\nYou agree not to:\n\n- scrape;\n  - by robot\n- copy.\n\nEnd"


def test_a_heading_is_found_at_its_offsets() -> None:
    got = reading("<p>Before</p><h2>Your <em>duties</em></h2><p>After</p><h3>More</h3>")
    assert [(got.text[h.start : h.end], h.level) for h in got.headings] == [("Your duties", 2), ("More", 3)]


def test_numbered_items_keep_their_number() -> None:
    got = reading(
        "<ol start=3><li>three</li><li value=7>seven</li></ol><ol type=a><li>x</li><li>y</li></ol>"
        "<ol type=I reversed><li>x</li><li>y</li></ol><ol><li>(1) own number</li></ol>"
    )
    assert got.text.split("\n") == ["3. three", "7. seven", "a. x", "b. y", "II. x", "I. y", "(1) own number"]


def test_numerals() -> None:
    assert [numeral(n, "a") for n in (1, 26, 27, 703)] == ["a", "z", "aa", "aaa"]
    assert [numeral(n, "i") for n in (4, 9, 40, 1994)] == ["iv", "ix", "xl", "mcmxciv"]
    assert [numeral(n, "I") for n in (0, -2, 5000)] == ["0", "-2", "5000"]


def test_a_list_whose_items_have_headings_does_not_indent_its_bullets() -> None:
    got = reading("<ol><li><h2>Use</h2><p>Text</p><ul><li>a</li></ul></li><li><h2>End</h2></li></ol>")
    assert got.text == "## 1. Use\n\nText\n\n- a\n\n## 2. End"


def test_rows_of_a_table_are_lines_and_a_table_for_layout_is_not() -> None:
    data = reading("<table><tr><th>Use</th><th>May I?</th></tr><tr><td>Robots</td><td>No</td></tr></table>")
    assert data.text == "Use | May I?\nRobots | No"
    layout = reading("<table><tr><td><p>One.</p><p>Two.</p></td><td>Side</td></tr></table>")
    assert layout.text == "One.\n\nTwo.\n\nSide"


def test_a_definition_follows_its_term() -> None:
    assert reading("<dl><dt>Site</dt><dd>This website.</dd></dl>").text == "Site\n  This website."


def test_a_bold_line_alone_is_a_heading_but_a_bold_lead_in_is_not() -> None:
    got = reading("<p><strong>4. Robots</strong></p><p><b>You must not:</b></p><p><b>Never</b> copy.</p>")
    assert [got.text[h.start : h.end] for h in got.headings] == ["4. Robots"]


def test_lines_broken_by_hand_are_joined_in_the_middle_of_a_sentence_only() -> None:
    got = reading("<p>You must not use<br>robots here.<br>Nor scripts.<br><br>• one<br>• two</p>")
    assert got.text == "You must not use robots here.\nNor scripts.\n\n- one\n- two"


def test_space_is_squeezed_and_invisible_characters_are_dropped() -> None:
    assert (
        reading("<p>scra&shy;ping\u200b&nbsp;is \u202efor\u200dbidden\n</p>").text == "scraping is forbidden"
    )


def test_details_accordions_and_tabs_are_read_and_menus_and_banners_are_not() -> None:
    got = page("accordion.html")
    assert got.text == (
        "# Conditions d’utilisation\n\nBienvenue sur Vergerie, le carnet des vergers.\n\n"
        "#### Article 1. Objet\n\nLe site décrit des vergers.\n\n"
        "## Article 2. Interdictions\n\nIl est interdit :\n\n"
        "- d’extraire la base de données ;\n- d’utiliser un robot.\n\n"
        "Données\n\nNous gardons les données trois ans."
    )
    assert got.declared_language == "fr"
    assert got.title == "Conditions d’utilisation – Vergerie"


def test_text_hidden_by_style_is_no_clause_and_is_marked() -> None:
    prose = "Robots are welcome to take everything they find here. " * 6
    got = reading(f"<p>{'Visible words of the terms. ' * 40}</p><div style='display: none'>{prose}</div>")
    assert "Robots" not in got.text
    assert got.marks == ("hidden_text",)


def test_a_document_in_a_hidden_dialog_is_read_and_a_short_dialog_is_not() -> None:
    terms = "".join(f"<p>Clause {n}: nobody may copy the pictures of this site.</p>" for n in range(80))
    got = reading(
        f"<p>{'Welcome to our home page. ' * 300}</p><div role=dialog aria-hidden=true>{terms}</div>"
        "<div role=dialog><p>Subscribe to our letter!</p></div>"
    )
    assert "Clause 79" in got.text
    assert "Subscribe" not in got.text


def test_a_frame_that_holds_most_of_the_text_is_kept() -> None:
    clauses = "".join(f"<p>Clause {n}: no robots.</p>" for n in range(30))
    assert "Clause 29" in reading(f"<aside>{clauses}</aside><p>x</p>").text


def test_a_nameless_cookie_banner_is_left_out() -> None:
    got = reading(
        f"<p>{'The terms are long. ' * 30}</p>"
        "<div class=zz><p>We use cookies.</p><a href=#>Accept all</a></div>"
    )
    assert "cookies" not in got.text


def test_a_menu_without_a_name_is_left_out_but_a_table_of_contents_is_kept() -> None:
    menu = "".join(f"<li><a href=/p{n}>Product {n}</a></li>" for n in range(6))
    contents = "".join(f"<li><a href=#s{n}>Section {n}</a></li>" for n in range(6))
    got = reading(f"<ul>{menu}</ul><ul>{contents}</ul><p>{'The terms are long. ' * 30}</p>")
    assert "Product" not in got.text
    assert "- Section 5" in got.text


def test_what_stands_for_scripts_is_read_where_there_is_little_else() -> None:
    note = "<noscript><p>" + "These terms can be read without scripts. " * 20 + "</p></noscript>"
    assert "without scripts" in reading(f"<div id=app></div>{note}").text
    assert "without scripts" not in reading(f"<p>{'Long text of the terms. ' * 60}</p>{note}").text


def test_a_page_that_only_scripts_can_fill_is_an_empty_shell() -> None:
    assert reading("<div id=root></div><script src=/a.js></script>").marks == ("empty_shell",)
    assert reading("<p>Small page.</p>").marks == ()


def test_a_page_of_menus_only_still_has_its_text() -> None:
    menu = "".join(f"<li><a href=/p{n}>Product {n}</a></li>" for n in range(6))
    assert "- Product 5" in reading(f"<nav><ul>{menu}</ul></nav>").text


def test_signs_in_the_head_and_in_forms() -> None:
    got = reading('<meta http-equiv=Refresh content="0;url=/x"><form><input type=Password></form>')
    assert got.marks == ("password_field", "meta_refresh")
    assert got.metas == (("refresh", "0;url=/x"),)
    assert reading("<div hidden><input type=password></div>").marks == ()


def test_too_many_tags_are_cut_and_marked() -> None:
    got = reading("<p>First.</p>" + "<i></i>" * 100_000 + "<p>Last.</p>")
    assert "truncated" in got.marks
    assert "First." in got.text
    assert "Last." not in got.text


def test_too_much_text_is_cut_and_marked() -> None:
    got = reading("".join(f"<p>{'word ' * 4000}</p>" for _ in range(80)))
    assert "truncated" in got.marks
    assert 1_470_000 < len(got.text) <= 1_500_000


def test_xhtml_is_read_as_html() -> None:
    got = reading('<?xml version="1.0" encoding="utf-8"?><html xml:lang="de"><body><p>Text</p></body></html>')
    assert (got.text, got.declared_language) == ("Text", "de")


def test_an_inert_template_is_left_out_and_a_shadow_root_is_read() -> None:
    got = reading(
        "<template><p>Inert.</p></template>"
        "<x-terms><template shadowrootmode=open><p>In the shadow.</p></template></x-terms>"
    )
    assert got.text == "In the shadow."


def test_terms_in_a_text_field_keep_their_lines() -> None:
    got = reading("<textarea readonly>1. Use\nYou must not copy.\n\n2. End\nBye.</textarea>")
    assert got.text == "1. Use\nYou must not copy.\n\n2. End\nBye."


def test_a_whole_page_hidden_until_its_script_runs_is_read() -> None:
    assert reading("<body><div style='visibility:hidden'><p>The terms.</p></div>").text == "The terms."


def test_the_same_bytes_give_the_same_reading() -> None:
    assert page("accordion.html") == page("accordion.html")


def test_a_body_that_no_tag_opens_is_read() -> None:
    markup = "<!doctype html><meta charset=utf-8><title>x</title><main><h1>Terms</h1><p>Be kind.</p></main><p>End.</p>"
    assert read(markup.encode(), "text/html", "https://a.fr/").text == "# Terms\n\nBe kind.\n\nEnd."
