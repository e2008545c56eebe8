"""What Portuguese sentences mean: permissions beside bans, and ordinary sentences that say neither."""

import pytest

from checker.clauses import detect
from tests.clauses.books import PATTERNS


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Não se admitem visitas de programas de captura nem de navegadores comandados por código.",
            "automated_access",
        ),
        ("Nenhum outro acervo pode ser formado com os resumos.", "database_extraction"),
        ("É vedado cobrar de clientes pelos resultados.", "commercial_reuse"),
        ("No bate-papo, nada de divulgar loja ou sorteio.", "contact_harvesting"),
        ("Não é permitido continuar por outra conexão.", "circumvention"),
        ("As fotografias não se copiam nem se publicam sem falar com quem as tirou.", "reproduction"),
        (
            "A associação decidiu não permitir que as fotos sirvam para treinar aplicações de reconhecimento.",
            "text_data_mining",
        ),
    ],
)
def test_bans_with_other_actors_verbs_and_things(text, kind):
    assert kind in {found for found, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "A conta não pode ser vendida e deve ter uma senha robusta.",
        "As avaliações são moderadas com meios automatizados e só ficam as verdadeiras.",
        "É proibido vender seguidores e perfis.",
        "O Portal pode retocar as fotos e usá-las nos seus boletins.",
        "Os investigadores não poderão aplicar mineração de textos ao acervo.",
    ],
)
def test_goods_the_service_itself_and_refusals_are_no_trade_no_robots_and_no_permission(text):
    others = {"commercial_reuse", "automated_access", "reuse_permission"}
    assert not others & {found for found, _ in kinds(text)}


def test_a_permission_in_other_words():
    assert ("reuse_permission", "permits") in kinds(
        "Os sócios estão autorizados a exportar os resultados e a usá-los nos relatórios."
    )
