"""What Portuguese sentences mean: permissions beside bans, and ordinary sentences that say neither."""

from dataclasses import replace

import pytest

from checker.clauses import detect
from checker.data.clause_files import load_clauses

PATTERNS = replace(load_clauses(), models={})


def kinds(text):
    return {(clause.kind, clause.effect) for clause in detect(text, "pt", PATTERNS)}


def test_a_permission_stands_beside_the_ban_on_selling():
    found = kinds("Pode baixar os desenhos para uso pessoal, mas não vendê-los.")
    assert ("reuse_permission", "permits") in found
    assert ("commercial_reuse", "prohibits") in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Não automatize as buscas nem as reservas.", "automated_access"),
        ("Fica excluída a reconstrução, ainda que por partes, do inventário.", "database_extraction"),
        ("Não guarde os números dos motoristas.", "contact_harvesting"),
        ("Quem burlar os bloqueios perderá a conta.", "circumvention"),
        ("Os textos não podem ser traduzidos nem adaptados.", "reproduction"),
    ],
)
def test_bans_in_other_forms_of_the_verb(text, kind):
    assert kind in {found for found, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "A conta é pessoal e intransferível e não pode ser cedida nem vendida.",
        "Os documentos podem ser descarregados em formato PDF na área de cliente.",
        "O serviço permite ao Cliente consultar saldos e movimentos.",
        "É proibido vender animais pelo aplicativo.",
        "Os prémios não são convertíveis em dinheiro nem podem ser vendidos.",
    ],
)
def test_accounts_papers_and_prizes_are_no_permission_and_no_ban_on_trade(text):
    assert not {"reuse_permission", "commercial_reuse"} & {found for found, _ in kinds(text)}
