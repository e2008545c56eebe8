"""A site that permits some reuse on conditions: they are named, and never stronger than a ban."""

from dataclasses import replace

import pytest
from law_samples import BOOK, clause, reasons, signal, site, verdict

from checker.model import Clause, Finding, Text
from checker.words import Condition, Strength


@pytest.mark.parametrize(
    ("conditions", "fr", "en"),
    [
        (
            ["attribution"],
            "Le site permet certaines réutilisations de son contenu, sous conditions : mention de la source.",
            "The site allows some reuse of its content, on conditions: naming the source.",
        ),
        (
            ["other", "law", "other", "attribution"],
            "Le site permet certaines réutilisations de son contenu, sous conditions : mention de la source, "
            "limites fixées par la loi et une condition à lire dans la phrase citée.",
            "The site allows some reuse of its content, on conditions: naming the source, the limits set by law "
            "and a condition to read in the quoted sentence.",
        ),
    ],
)
def test_permissions_on_conditions_alone_are_said_with_their_conditions(
    conditions: list[str], fr: str, en: str
) -> None:
    given = verdict(site(*(clause("reuse_permission", "permits", one) for one in conditions)))
    assert given.site_says == Text(fr=fr, en=en)
    assert (given.collect, given.site_state) == ("conditional", "S0")
    assert reasons(given, "R2") == {"eu.r2.permission-on-conditions": "conditional"}
    assert any(
        one.fr.startswith("Remplir les conditions de l’autorisation citée") for one in given.conditions
    )
    assert any(one.en.startswith("Meet the conditions of the quoted permission") for one in given.conditions)


def test_a_permission_on_conditions_never_outweighs_a_ban_nor_what_was_not_read() -> None:
    limited = clause("reuse_permission", "permits", "attribution")
    banned = verdict(site(limited, clause("database_extraction")))
    assert (banned.collect, banned.site_state) == ("prohibited", "S2")
    unread = verdict(site(limited, terms="unknown"))
    assert (unread.collect, unread.site_state) == ("undetermined", "S6")


def test_a_permission_that_is_only_guessed_is_not_said() -> None:
    guessed = replace(clause("reuse_permission", "permits", "other"), strength=Strength.INDIRECT)
    given = verdict(site(guessed))
    assert given.site_says.en == "No prohibition detected in the pages read; silence is not a licence."
    assert "eu.r2.to-respect" in reasons(given, "R2")


def test_private_use_is_named_where_the_offer_is_not_commercial() -> None:
    given = verdict(site(clause("reuse_permission", "permits", "non_commercial")), offer="non_commercial")
    assert given.site_says == Text(
        fr="Le site permet certaines réutilisations de son contenu, sous conditions : "
        "usage personnel ou non commercial.",
        en="The site allows some reuse of its content, on conditions: personal or non-commercial use.",
    )


def test_every_condition_has_its_words() -> None:
    assert set(BOOK.phrases.conditions) == set(Condition)


LEAFLET = (
    clause("commercial_reuse"),
    clause("reuse_permission", "permits", "non_commercial"),
)
ONE_SENTENCE = Text(
    fr="Les conditions lues interdisent la réutilisation commerciale et tout usage autre que personnel ou non "
    "commercial. Cela tient à une seule phrase, qui permet un usage privé\u00a0: vérifiez si elle vise tout le "
    "site ou un seul document.",
    en="The terms as read forbid commercial reuse and any use that is not personal or non-commercial. This rests "
    "on one sentence, which permits private use: check whether it speaks of the whole site or of one document.",
)


def test_a_single_sentence_on_private_use_is_said_to_be_single() -> None:
    given = verdict(site(*LEAFLET), offer="commercial")
    assert given.site_says == ONE_SENTENCE
    assert (given.collect, given.site_state) == ("prohibited", "S2")
    alone = verdict(site(LEAFLET[1]), offer="commercial")
    assert alone.site_says.en.startswith("The terms as read forbid any use that is not personal")
    assert alone.site_says.en.endswith("whether it speaks of the whole site or of one document.")


@pytest.mark.parametrize(
    "more",
    [
        replace(clause("commercial_reuse"), start=10, end=11),
        replace(clause("reuse_permission", "permits", "non_commercial"), exhibit=3),
        clause("database_extraction"),
        signal("site.licence_non_commercial"),
    ],
)
def test_what_more_than_one_sentence_forbids_is_not_said_to_rest_on_one(more: Clause | Finding) -> None:
    given = verdict(site(*LEAFLET, more), offer="commercial")
    assert given.site_state == "S2"
    assert "one sentence" not in given.site_says.en
    assert "une seule phrase" not in given.site_says.fr


def test_a_sentence_that_forbids_commerce_outright_is_no_permission_to_look_at_again() -> None:
    given = verdict(site(clause("commercial_reuse")), offer="commercial")
    assert given.site_says.en == "The terms as read forbid commercial reuse."
