"""What Italian sentences mean: permissions beside bans, and ordinary sentences that say neither."""

from dataclasses import replace

import pytest

from checker.clauses import detect
from checker.data.clause_files import load_clauses

PATTERNS = replace(load_clauses(), models={})


def kinds(text):
    return {(clause.kind, clause.effect) for clause in detect(text, "it", PATTERNS)}


def test_a_permission_stands_beside_the_ban_on_selling():
    found = kinds("Puoi scaricare i disegni per uso personale, ma non venderli.")
    assert ("reuse_permission", "permits") in found
    assert ("commercial_reuse", "prohibits") in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Niente programmi che scaricano il sito.", "automated_access"),
        ("È esclusa la ricostruzione, anche per parti, dell'inventario.", "database_extraction"),
        ("Non se ne traggano indirizzari.", "contact_harvesting"),
        ("Chi elude i blocchi perderà l'account.", "circumvention"),
        ("I testi non possono essere tradotti né adattati.", "reproduction"),
    ],
)
def test_bans_in_other_forms_of_the_verb(text, kind):
    assert kind in {found for found, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Non è permesso utilizzare gli articoli.",
        "L'account è personale e non può essere ceduto o venduto.",
        "I documenti possono essere scaricati in formato PDF dall'area clienti.",
        "È vietato rivendere il traffico telefonico a terzi.",
        "Il cambio di nominativo è ammesso contro il pagamento di 15 euro.",
    ],
)
def test_accounts_papers_and_fares_are_no_permission_and_no_ban_on_trade(text):
    assert not {"reuse_permission", "commercial_reuse"} & {found for found, _ in kinds(text)}
