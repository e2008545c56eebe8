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


@pytest.mark.parametrize(
    "text",
    [
        "É proibido vender produtos falsificados.",
        "Não é permitido:\n\n1. consultar os anúncios de outros utilizadores;",
        "Não se aceitam cheques para anúncios pagos.",
        "O jogador não pode usar bots nem cheats.",
        "O cliente declara que tem os direitos sobre as fotografias e que está autorizado a utilizá-las.",
        "Não pode ceder a licença do software a terceiros.",
        "Não poderá extrair o código-fonte do programa.",
    ],
)
def test_rules_of_markets_games_and_software_are_no_clause_on_data(text):
    assert kinds(text) == set()


def test_what_may_be_copied_only_with_leave_is_no_permission():
    found = kinds("Os artigos só podem ser reproduzidos depois de obtida autorização.")
    assert found == {("reproduction", "prohibits")}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Pode copiar os mapas e redistribuí-los, desde que cite a fonte.", "attribution"),
        ("As fichas podem ser descarregadas e impressas para uso pessoal.", "non_commercial"),
        ("As escolas podem imprimir os verbetes que entenderem.", "other"),
        ("O afiliado pode reproduzir as imagens do site enquanto durar o contrato.", "other"),
        ("As fotografias podem ser livremente reproduzidas.", None),
    ],
)
def test_a_permission_tells_what_it_depends_on(text, condition):
    (found,) = (one for one in detect(text, "pt", PATTERNS) if one.kind == "reuse_permission")
    assert (found.effect, found.condition) == ("permits", condition)


@pytest.mark.parametrize(
    "text",
    [
        "O acesso automático só é admitido a quem tenha contrato de dados.",
        "Não monitorize os preços com robôs não homologados pela loja.",
        "Não recolha o catálogo com programas automáticos sem antes combinar connosco.",
    ],
)
def test_robots_that_a_contract_or_a_word_before_allows(text):
    (found,) = (one for one in detect(text, "pt", PATTERNS) if one.kind == "automated_access")
    assert (found.effect, found.condition) == ("conditional", "written_permission")


def test_programmers_are_no_users_of_an_interface():
    (found,) = detect("Os programadores não podem fazer scraping do fórum.", "pt", PATTERNS)
    assert found.binds == "unknown"


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("É proibido usar robôs, exceto através da nossa API.", "unknown"),
        ("É proibido extrair com robôs os perfis de desenvolvedores.", "unknown"),
        ("O Desenvolvedor não poderá extrair dados com robôs.", "api_users"),
    ],
)
def test_a_ban_that_spares_the_interface_binds_everybody(text, binds):
    assert {one.binds for one in detect(text, "pt", PATTERNS) if one.kind == "automated_access"} == {binds}
