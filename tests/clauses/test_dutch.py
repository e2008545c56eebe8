"""What Dutch sentences mean beside their examples: two kinds at once, and ordinary business."""

import pytest

from checker.clauses import detect
from tests.clauses.books import PATTERNS


def kinds(text):
    return {str(clause.kind) for clause in detect(text, "nl", PATTERNS)}


@pytest.mark.parametrize(
    "text",
    [
        "Leraren mogen losse werkbladen kopiëren, maar die niet op internet publiceren.",
        "U mag de artikelen afdrukken, maar niet verveelvoudigen of verspreiden.",
    ],
)
def test_one_sentence_permits_and_forbids(text):
    assert kinds(text) == {"reuse_permission", "reproduction"}


@pytest.mark.parametrize(
    "text",
    [
        "Niemand mag de teksten overnemen.",
        "De teksten mogen alleen met onze toestemming worden overgenomen.",
        "U kunt uw factuur afdrukken en downloaden.",
        "Door te uploaden staat u ons toe uw foto te publiceren.",
        "Gebruik van de site is gratis.",
    ],
)
def test_a_ban_a_service_or_a_grant_to_the_site_is_no_permission(text):
    assert "reuse_permission" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Doorverkoop van de pas is verboden.",
        "Commercieel gebruik van het vakantiehuis is niet toegestaan.",
        "Partijen zullen vertrouwelijke informatie niet aan derden verstrekken.",
        "Het account wordt na drie pogingen automatisch geblokkeerd.",
        "Per dag beantwoorden wij maximaal drie vragen.",
        "Je kunt de punten niet inwisselen voor geld.",
        "Kijk bij je ongewenste mail of spam als de mail niet aankomt.",
        "Reclame in het clubblad kost 50 euro.",
        "We willen u geen reclame sturen.",
        "Kopieer geen teksten van andere websites in je advertentie.",
        "De aanbieder is niet verplicht de databank beschikbaar te houden.",
    ],
)
def test_ordinary_business_is_silent(text):
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Per sleutel zijn ten hoogste 60 verzoeken per minuut toegestaan.", "automated_access"),
        ("Wij weren adressen waarvan bots onze pagina’s downloaden.", "automated_access"),
        ("Zoeken mag uitsluitend handmatig.", "automated_access"),
        (
            "Leden verbinden zich ertoe de adressen enkel te gebruiken voor de vereniging.",
            "contact_harvesting",
        ),
        ("Het uploaden van de dictaten naar ChatGPT is verboden.", "text_data_mining"),
        ("Doorverkoop van de gegevens is verboden.", "commercial_reuse"),
        ("Tussen twee verzoeken moeten minstens vijf seconden zitten.", "automated_access"),
        ("Zet onze recepten niet op een andere website.", "reproduction"),
        ("We willen niet dat iemand geld verdient met onze kaarten.", "commercial_reuse"),
        ("De adressen zijn voor vragen bedoeld, niet voor reclame.", "contact_harvesting"),
        ("Het is verboden de lijst stuk voor stuk over te schrijven.", "database_extraction"),
        ("Probeer niet met een nieuw account alsnog binnen te komen.", "circumvention"),
        ("Het nabouwen van het register is verboden.", "database_extraction"),
    ],
)
def test_a_wording_of_its_own_gives_its_kind(text, kind):
    assert kind in kinds(text)


def test_search_engines_that_may_index_are_a_permission_and_no_ban():
    assert kinds("Zoekmachines mogen onze pagina’s indexeren.") == {"reuse_permission"}


def test_use_that_needs_no_leave_is_permitted():
    assert kinds("U hoeft geen toestemming te vragen om onze kaarten over te nemen.") == {"reuse_permission"}


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        ("U mag onze kaarten downloaden voor eigen gebruik, maar niet verkopen.", "reuse_permission", "non_commercial"),
        ("U mag onze kaarten overnemen, mits u de bron noemt.", "reuse_permission", "attribution"),
        ("Onze kaarten mogen voor elk doel worden overgenomen.", "reuse_permission", None),
        ("De foto's mogen niet zonder toestemming van de maker worden gekopieerd.", "reproduction", "other"),
        ("De foto's mogen niet zonder onze toestemming worden gekopieerd.", "reproduction", "written_permission"),
        ("Gegevens die via de API zijn gehaald, mogen niet worden gekopieerd.", "reproduction", None),
    ],
)  # fmt: skip
def test_what_a_clause_stands_on(text, kind, condition):
    assert {str(one.kind): one.condition for one in detect(text, "nl", PATTERNS)}[kind] == condition


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("Het buiten de API om geautomatiseerd uitlezen van de site is niet toegestaan.", "unknown"),
        ("Ontwikkelaars mogen de inhoud niet kopiëren.", "api_users"),
        ("Inhoud die via de API is verkregen, mag niet worden gekopieerd.", "api_users"),
    ],
)
def test_who_is_sent_to_an_interface_is_not_its_user(text, binds):
    assert {str(one.binds) for one in detect(text, "nl", PATTERNS)} == {binds}
