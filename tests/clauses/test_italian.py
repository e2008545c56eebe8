"""What Italian sentences mean: permissions beside bans, and ordinary sentences that say neither."""

import pytest

from checker.clauses import detect
from tests.clauses.books import PATTERNS


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L'albo non può essere interrogato da procedure pianificate.", "automated_access"),
        ("Nessuno può rifare altrove la nostra raccolta.", "database_extraction"),
        ("Le visure non possono essere fatturate a clienti.", "commercial_reuse"),
        ("Ai soci non si mandano offerte di polizze.", "contact_harvesting"),
        ("Non è consentito continuare da un altro indirizzo.", "circumvention"),
        ("La licenza non permette di modificarli.", "reproduction"),
        ("L'archivio non va adoperato per allenare classificatori automatici.", "text_data_mining"),
    ],
)
def test_bans_with_other_actors_verbs_and_things(text, kind):
    assert kind in {found for found, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Il corriere può vendere la merce giacente dopo un anno.",
        "Le recensioni sono verificate con strumenti automatici e pubblicate solo se autentiche.",
        "Non è permesso acquistare soggiorni per rivenderli.",
        "La Società può tradurre le schede e adattarle.",
        "I ricercatori non possono applicare il text mining al corpus.",
    ],
)
def test_goods_the_service_itself_and_refusals_are_no_trade_no_robots_and_no_permission(text):
    others = {"commercial_reuse", "automated_access", "reuse_permission"}
    assert not others & {found for found, _ in kinds(text)}


def test_a_permission_in_other_words():
    assert ("reuse_permission", "permits") in kinds("I decreti sono riproducibili senza limiti.")


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        ("Puoi scaricare i disegni per uso personale.", "reuse_permission", "non_commercial"),
        ("Puoi scaricare i disegni, ma non venderli.", "reuse_permission", "non_commercial"),
        ("I decreti sono riproducibili purché si citi la fonte.", "reuse_permission", "attribution"),
        ("I decreti sono riproducibili senza limiti.", "reuse_permission", None),
        ("Le foto non possono essere riprodotte senza il consenso dei rispettivi autori.", "reproduction", "other"),
        ("Le foto non possono essere riprodotte senza il nostro consenso.", "reproduction", "written_permission"),
    ],
)  # fmt: skip
def test_what_a_clause_stands_on(text, kind, condition):
    assert {str(one.kind): one.condition for one in detect(text, "it", PATTERNS)}[kind] == condition


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("È vietato l'accesso automatico al sito se non tramite la nostra API.", "unknown"),
        ("Gli sviluppatori non possono copiare i contenuti.", "api_users"),
        ("I contenuti ottenuti tramite le API non possono essere copiati.", "api_users"),
    ],
)
def test_who_is_sent_to_an_interface_is_not_its_user(text, binds):
    assert {str(one.binds) for one in detect(text, "it", PATTERNS)} == {binds}
