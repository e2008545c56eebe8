"""What English sentences mean beside their kind: the use they are about, the condition they stand on."""

import pytest

from checker.clauses import detect
from checker.data.clause_files import load_clauses
from tests.clauses.books import PATTERNS


def found(text, kind):
    return [clause for clause in detect(text, "en", PATTERNS) if clause.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "You may not use the articles to train language models.",
        "Grounding a chatbot in our texts is forbidden.",
        "No AI may be trained with our drawings.",
    ],
)
def test_a_clause_on_training_alone_is_about_ai_only(text):
    (clause,) = found(text, "text_data_mining")
    assert "ai_only" in clause.families


@pytest.mark.parametrize(
    "text",
    [
        "We opt out of text and data mining.",
        "Text and data mining, and the training of language models, are not permitted.",
    ],
)
def test_a_reservation_of_mining_is_not_about_ai_only(text):
    (clause,) = found(text, "text_data_mining")
    assert "ai_only" not in clause.families


def test_a_ban_on_crawling_for_training_is_about_ai_only():
    (clause,) = found("You may not crawl the articles to train language models.", "automated_access")
    assert clause.families == ("C1", "ai_only")


def test_a_ban_on_crawling_or_training_is_a_ban_on_crawling():
    (clause,) = found("You may not use robots to copy the drawings or to train models.", "automated_access")
    assert clause.families == ("C1",)


@pytest.mark.parametrize(
    "text",
    [
        "API users must not store data.",
        "Members may not park data on the drive.",
        "We do not use your telephone number for marketing.",
        "Please contact our staff about prices.",
    ],
)
def test_what_does_not_take_details_of_people_is_no_contact_harvesting(text):
    assert not found(text, "contact_harvesting")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Crawling the pages is not allowed without our say-so.", "written_permission"),
        ("Crawling the pages is not allowed, unless we have agreed to it.", "written_permission"),
        ("Programs may query the register by machine only under a contract.", "written_permission"),
        ("No automated access except through our API.", "api_only"),
        ("Robots are not allowed. However, search engines may index the pages.", "search_engines_only"),
        ("Robots may read the pages only as robots.txt allows.", "robots_txt"),
    ],
)
def test_a_ban_stands_on_its_condition(text, condition):
    (clause,) = found(text, "automated_access")
    assert (clause.effect, clause.condition) == ("conditional", condition)


@pytest.mark.parametrize(
    "text",
    [
        "Our spare keys may not be copied by hotels.",
        "The robot may clean carpets only.",
        "The licence for the software ends with the contract.",
        "You may print your boarding pass.",
        "We never sell your data.",
        "Seats may not be resold by phone.",
        "We use machine learning to suggest routes.",
        "In no event is the company liable for any lost profits.",
        "You agree not to post, upload or publish content that infringes the rights of others.",
        "Data will not be passed on to recipients abroad.",
        "You must notify us of any unauthorised use of your password.",
        "The bank is licensed under section 12 of the Banking Act.",
        "Our crawler obeys robots.txt.",
        "Information in the public domain through no fault of the recipient is not confidential.",
    ],
)
def test_sentences_of_other_things_are_no_clauses(text):
    assert detect(text, "en", PATTERNS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Our search index is built by crawlers that follow links; tell us if you do not want to be listed.",
        "The provider shall implement measures to protect customer data against unauthorised extraction.",
        "Comments are held back automatically until a moderator has read them, so do not post twice.",
        "Your subscription renews automatically unless you cancel it.",
        "We do not accept unsolicited manuscripts.",
        "You must not solicit others to commit unlawful acts.",
        "Loyalty points may not be resold or exchanged for money.",
        "The licence is personal to you and may not be transferred.",
        "You must not tamper with smoke detectors or other safety systems.",
        "Breach of these rules may lead to withdrawal of access and to further steps.",
        "Nobody can guarantee that strangers will never get around our safeguards.",
        "You may cancel free of charge up to a day before you arrive.",
        "You may share your own photos with friends.",
        "Visits may be recorded; photography for personal use is welcome in the gallery.",
    ],
)
def test_ordinary_rules_of_a_service_say_nothing_on_reuse(text):
    assert not detect(text, "en", PATTERNS)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("You may print pages but may not sell them.", {"reuse_permission", "commercial_reuse"}),
        (
            "You may print single pages; you may not, however, distribute copies to others.",
            {"reuse_permission", "reproduction"},
        ),
        (
            "You may quote short extracts but you must not republish the articles elsewhere.",
            {"reuse_permission", "reproduction"},
        ),
        (
            "You will not copy or republish the listings, nor use any robot to read them.",
            {"reproduction", "automated_access"},
        ),
        (
            "The photographs may be used free of charge by the press; they may not be sold.",
            {"reuse_permission", "commercial_reuse"},
        ),
    ],
)
def test_one_sentence_may_permit_and_forbid(text, kinds):
    assert {clause.kind for clause in detect(text, "en", PATTERNS)} == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("All rights in text and data mining and in training models are reserved.", ["text_data_mining"]),
        ("You may not tamper with our bot-detection systems to obtain access.", ["circumvention"]),
        ("You may not re-utilise or extract substantial parts of the database.", ["database_extraction"]),
        ("You may not use the listings to build your own directory.", ["database_extraction"]),
        (
            "You may reuse the records by script, at no more than two requests per second.",
            ["reuse_permission"],
        ),
        ("You may not utilise any robots or similar data extraction tools.", ["automated_access"]),
        ("Users may not extract members' contact details.", ["contact_harvesting"]),
        ("Any reproduction without permission of the copyright owner is forbidden.", ["reproduction"]),
    ],
)
def test_a_sentence_gives_the_kinds_it_is_about_and_no_other(text, kinds):
    assert [clause.kind for clause in detect(text, "en", PATTERNS)] == kinds


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Robots may not be used, save through the API.", "api_only"),
        ("Scraping is not permitted save where the law provides for it.", "law"),
        ("Whoever wants to crawl the pages must first conclude an agreement.", "written_permission"),
    ],
)
def test_a_ban_with_an_exception_stands_on_it(text, condition):
    (clause,) = found(text, "automated_access")
    assert (clause.effect, clause.condition) == ("conditional", condition)


@pytest.mark.parametrize(
    "text",
    [
        "Choirs, schools and parish councils may photocopy the scores for rehearsal.",
        "A shop that we have tested may display the label in its window, provided that it is not altered.",
        "Go ahead and put our recipes on your blog.",
    ],
)
def test_anybody_named_may_be_permitted(text):
    assert found(text, "reuse_permission")


@pytest.mark.parametrize(
    "text",
    [
        "Our partners may reproduce the photographs that you upload.",
        "None of the scores may be photocopied, even for rehearsal.",
        "The scores may be photocopied with the prior written consent of the choir.",
        "You may display your tickets on your phone.",
    ],
)
def test_what_others_or_nobody_may_do_is_no_permission(text):
    assert not found(text, "reuse_permission")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "You may download and print extracts for your own personal, non-commercial use only.",
            "non_commercial",
        ),
        ("Pictures marked CC BY-NC may be reproduced in theses.", "non_commercial"),
        ("You may use automated tools to download the records provided that:", "other"),
        ("You may reproduce our charts as long as you credit the bureau.", "other"),
        ("You may copy entries for your personal use, or for your professional use with clients.", "other"),
        ("You may copy, publish and adapt the data for commercial and non-commercial purposes.", None),
        ("Public search engines may crawl the pages.", "search_engines_only"),
    ],
)
def test_a_permission_says_what_it_depends_on(text, condition):
    (clause,) = found(text, "reuse_permission")
    assert (clause.effect, clause.condition) == ("permits", condition)


def test_a_directive_that_amends_others_still_reserves_mining():
    text = (
        "The Gazette reserves all rights in its articles, including for the purposes of Article 4(3) of"
        " Directive (EU) 2019/790 on copyright and amending Directives 96/9/EC and 2001/29/EC."
    )
    assert [clause.kind for clause in detect(text, "en", PATTERNS)] == ["text_data_mining"]


def test_which_sites_may_link_is_no_matter_of_commercial_reuse():
    text = "We decline links from websites that are run for the purpose of profit-making business."
    assert not found(text, "commercial_reuse")


@pytest.mark.parametrize(
    "text",
    [
        "The most powerful web scraper on the internet.",
        "To opt out of promotional emails or SMS, follow the directions in the message.",
    ],
)
def test_nothing_is_guessed_in_a_sentence_that_no_ban_governs(text):
    assert detect(text, "en", load_clauses()) == ()
