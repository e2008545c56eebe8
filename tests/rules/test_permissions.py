"""A site that permits some reuse on conditions: they are named, and never stronger than a ban."""

from dataclasses import replace

import pytest
from law_samples import BOOK, clause, reasons, site, verdict

from checker.model import Clause, Text
from checker.words import Binds, Condition, Strength


def said(fr: str, en: str) -> Text:
    return Text(
        fr=f"Le site permet certaines réutilisations de son contenu, sous conditions, dont\u00a0: {fr}. "
        "Les phrases citées les disent toutes\u00a0; ailleurs, le silence n’est pas une licence.",
        en=f"The site allows some reuse of its content, on conditions, among them: {en}. "
        "The quoted sentences say all of them; elsewhere, silence is not a licence.",
    )


@pytest.mark.parametrize(
    ("conditions", "fr", "en"),
    [
        (
            ["attribution"],
            "mention de la source",
            "naming the source",
        ),
        (
            ["other", "law", "other", "attribution"],
            "mention de la source, limites fixées par la loi et une condition à lire dans la phrase citée",
            "naming the source, the limits set by law and a condition to read in the quoted sentence",
        ),
    ],
)
def test_permissions_on_conditions_alone_are_said_with_their_conditions(
    conditions: list[str], fr: str, en: str
) -> None:
    given = verdict(site(*(clause("reuse_permission", "permits", one) for one in conditions)))
    assert given.site_says == said(fr, en)
    assert (given.collect, given.site_state) == ("conditional", "S0")
    assert reasons(given, "R2") == {
        "eu.r2.permission-on-conditions": "conditional",
        "eu.r2.no-clause": "conditional",
    }
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
    assert given.site_says == said("usage personnel ou non commercial", "personal or non-commercial use")


def test_every_condition_has_its_words() -> None:
    assert set(BOOK.phrases.conditions) == set(Condition)


@pytest.mark.parametrize(
    "given",
    [
        clause("reuse_permission", "permits", "written_permission"),
        clause("reuse_permission", "permits", "search_engines_only"),
        clause("reuse_permission", "permits", "api_only"),
        replace(clause("reuse_permission", "permits", "attribution"), binds=Binds.API_USERS),
        replace(clause("reuse_permission", "permits", "attribution"), families=("ai_only",)),
    ],
)
def test_what_is_permitted_to_others_or_on_a_leave_still_to_be_given_is_no_reuse_allowed(
    given: Clause,
) -> None:
    answer = verdict(site(given))
    assert (answer.site_state, answer.collect) == ("S1", "conditional")
    assert "eu.r2.to-respect" in reasons(answer, "R2")
