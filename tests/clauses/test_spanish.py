"""What Spanish sentences mean: permissions beside bans, and ordinary sentences that say neither."""

from dataclasses import replace

import pytest

from checker.clauses import detect
from checker.data.clause_files import load_clauses

PATTERNS = replace(load_clauses(), models={})


def kinds(text):
    return {(clause.kind, clause.effect) for clause in detect(text, "es", PATTERNS)}


def test_a_permission_stands_beside_the_ban_on_selling():
    found = kinds("Puede descargar las láminas para uso personal, pero no podrá venderlas.")
    assert ("reuse_permission", "permits") in found
    assert ("commercial_reuse", "prohibits") in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No automatices las búsquedas ni las reservas.", "automated_access"),
        ("Queda prohibida la reconstrucción, aun por partes, del inventario.", "database_extraction"),
        ("No guardes los números de los conductores.", "contact_harvesting"),
        ("Quien eluda los bloqueos perderá la cuenta.", "circumvention"),
        ("Los textos no podrán ser traducidos ni adaptados.", "reproduction"),
    ],
)
def test_bans_in_other_forms_of_the_verb(text, kind):
    assert kind in {found for found, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "La cuenta es personal e intransferible y no podrá cederse ni venderse.",
        "Los documentos podrán descargarse en formato PDF desde el área de cliente.",
        "No concedemos licencia para reproducir la mascota del club.",
        "El vendedor autoriza al portal a utilizar sus fotografías para promocionar sus productos.",
        "Los premios no podrán canjearse por dinero ni transmitirse.",
    ],
)
def test_accounts_papers_and_prizes_are_no_permission_and_no_ban_on_trade(text):
    assert not {"reuse_permission", "commercial_reuse"} & {found for found, _ in kinds(text)}
