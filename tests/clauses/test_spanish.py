"""What Spanish sentences mean: permissions beside bans, and ordinary sentences that say neither."""

import pytest

from checker.clauses import detect
from tests.clauses.books import PATTERNS


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("El registro no se recorre con arañas ni se visita con rutinas programadas.", "automated_access"),
        ("Se prohíbe montar con las fichas un vademécum propio.", "database_extraction"),
        ("No se admite que los asesores facturen a sus clientes los informes.", "commercial_reuse"),
        ("El foro no es lugar para colocar seguros.", "contact_harvesting"),
        ("No procede continuar la consulta con otra identidad.", "circumvention"),
        ("Los autores no dejan que se copien los audios en otros sitios.", "reproduction"),
        ("El derecho de exclusión de la minería de textos se ejerce con este aviso.", "text_data_mining"),
    ],
)
def test_bans_with_other_actors_verbs_and_things(text, kind):
    assert kind in {found for found, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "La tienda no venderá productos caducados.",
        "Las reseñas son verificadas con medios automatizados y solo se publican las ciertas.",
        "Queda prohibida la compraventa de objetos virtuales por dinero real.",
        "El Portal podrá retocar las fotos y emplearlas en sus boletines.",
        "Los investigadores no podrán aplicar minería de textos al archivo.",
    ],
)
def test_goods_the_service_itself_and_refusals_are_no_trade_no_robots_and_no_permission(text):
    others = {"commercial_reuse", "automated_access", "reuse_permission"}
    assert not others & {found for found, _ in kinds(text)}


def test_a_permission_in_other_words():
    assert ("reuse_permission", "permits") in kinds(
        "Los socios quedan autorizados a exportar los resultados y a emplearlos en sus informes."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Está prohibido vender productos falsificados.",
        "No está permitido ofrecer productos sujetos a receta médica.",
        "No se permite publicar anuncios de armas o medicamentos.",
        "Las ofertas no se dirigen a revendedores.",
        "El jugador no puede usar bots ni trampas.",
        "No podrá extraer el código fuente del programa.",
        "Cuando comparte información, otros pueden verla, copiarla y utilizarla.",
        "No se autoriza a nadie, aunque se trate de un proyecto sin fines de lucro.",
    ],
)
def test_rules_of_markets_games_and_software_are_no_clause_on_data(text):
    assert kinds(text) == set()


def test_what_may_be_copied_only_with_leave_is_no_permission():
    found = kinds("Los artículos solo pueden reproducirse una vez obtenida autorización.")
    assert found == {("reproduction", "prohibits")}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Puede copiar los mapas y redistribuirlos, siempre que cite la fuente.", "attribution"),
        ("Las fichas pueden descargarse e imprimirse para uso personal.", "non_commercial"),
        ("Los docentes pueden fotocopiar las fichas didácticas.", "other"),
        ("El afiliado puede reproducir los textos del sitio mientras dure el programa.", "other"),
        ("Las fotografías pueden reproducirse libremente.", None),
    ],
)
def test_a_permission_tells_what_it_depends_on(text, condition):
    (found,) = (one for one in detect(text, "es", PATTERNS) if one.kind == "reuse_permission")
    assert (found.effect, found.condition) == ("permits", condition)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "No se permite el acceso con robots sin que la editorial haya concedido una clave.",
            "written_permission",
        ),
        ("No recopile el catálogo con programas no homologados.", "written_permission"),
        ("El acceso automatizado se hará solamente por medio de la API.", "api_only"),
    ],
)
def test_robots_that_a_key_or_an_interface_allows(text, condition):
    (found,) = (one for one in detect(text, "es", PATTERNS) if one.kind == "automated_access")
    assert (found.effect, found.condition) == ("conditional", condition)


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("Se prohíbe el uso de robots, salvo a través de las API públicas.", "unknown"),
        ("Se prohíbe extraer con robots los perfiles de los desarrolladores.", "unknown"),
        ("El Desarrollador no podrá extraer datos con robots.", "api_users"),
    ],
)
def test_a_ban_that_spares_the_interface_binds_everybody(text, binds):
    assert {one.binds for one in detect(text, "es", PATTERNS) if one.kind == "automated_access"} == {binds}
