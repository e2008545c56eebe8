"""What German sentences mean beside their examples: two kinds at once, conditions, and ordinary business."""

import pytest

from checker.clauses import detect
from tests.clauses.books import PATTERNS


def kinds(text):
    return {str(clause.kind) for clause in detect(text, "de", PATTERNS)}


@pytest.mark.parametrize(
    "text",
    [
        "Lehrkräfte dürfen einzelne Blätter und Texte kopieren, sie aber nicht ins Netz stellen.",
        "Sie dürfen die Artikel ausdrucken, jedoch nicht vervielfältigen oder verbreiten.",
    ],
)
def test_one_sentence_permits_and_forbids(text):
    assert kinds(text) == {"reuse_permission", "reproduction"}


@pytest.mark.parametrize(
    "text",
    [
        "Niemand darf die Texte abdrucken.",
        "Die Texte dürfen nur mit unserer Zustimmung abgedruckt werden.",
        "Sie können Ihre Rechnung ausdrucken und herunterladen.",
        "Mit dem Absenden gestattet der Nutzer dem Verlag, den Beitrag abzudrucken.",
        "Die Nutzung der Seite ist kostenlos.",
    ],
)
def test_a_ban_a_service_or_a_grant_to_the_site_is_no_permission(text):
    assert "reuse_permission" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ein Weiterverkauf der Fahrkarte ist ausgeschlossen.",
        "Die gewerbliche Nutzung der Ferienwohnung ist nicht gestattet.",
        "Angebotsunterlagen dürfen weder vervielfältigt noch Dritten zugänglich gemacht werden.",
        "Das Konto wird nach drei Fehlversuchen automatisch gesperrt.",
        "Wir beantworten höchstens drei Anfragen pro Tag.",
        "Der Verlag ist berechtigt, Kommentare nicht zu veröffentlichen.",
        "Die IP-Adresse darf nicht weitergegeben werden.",
        "Der Verkauf von Speisen ist nur Standbetreibern gestattet.",
        "Wir möchten Ihnen keine Werbung senden.",
        "Bitte kopieren Sie keine fremden Texte in Ihre Anzeige.",
    ],
)
def test_ordinary_business_is_silent(text):
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Je Schlüssel sind höchstens 60 Abfragen pro Minute zulässig.", "automated_access"),
        ("Wir sperren Adressen, von denen aus Bots unsere Seiten abrufen.", "automated_access"),
        ("Die Suche ist nur von Hand zulässig.", "automated_access"),
        (
            "Das Mitglied verpflichtet sich, die Adressen nur zur Vereinsarbeit zu nutzen.",
            "contact_harvesting",
        ),
        ("Wir wünschen keine Anrufe durch Personalvermittler.", "contact_harvesting"),
        ("Das Hochladen der Skripte in einen KI-Dienst ist verboten.", "text_data_mining"),
        ("Der Weiterverkauf der Daten ist untersagt.", "commercial_reuse"),
        ("Zwischen zwei Abfragen müssen mindestens fünf Sekunden liegen.", "automated_access"),
        ("Stellt keine Fotos woanders ein.", "reproduction"),
        ("Wir möchten nicht, dass jemand mit den Karten Geld verdient.", "commercial_reuse"),
        ("Der Chat ist nicht dazu da, Mitgliedern etwas zu verkaufen.", "contact_harvesting"),
        ("Es ist verboten, die Liste nach und nach abzuschreiben.", "database_extraction"),
        ("Wer sich trotz Sperre mit neuem Konto anmeldet, wird angezeigt.", "circumvention"),
    ],
)
def test_a_wording_of_its_own_gives_its_kind(text, kind):
    assert kind in kinds(text)


def test_a_lock_against_robots_that_is_only_named_forbids_no_robots():
    found = kinds("Es ist verboten, Sperren außer Kraft zu setzen, die den Massenabruf verhindern.")
    assert "automated_access" not in found


def test_taking_parts_of_a_database_is_no_copying_of_a_work():
    assert kinds("Die Vervielfältigung eines wesentlichen Teils der Datenbank ist unzulässig.") == {
        "database_extraction"
    }


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Die Fotos dürfen ohne Einwilligung der Urheber nicht kopiert werden.", "other"),
        ("Die Fotos dürfen ohne Zustimmung des Verlags nicht kopiert werden.", "written_permission"),
    ],
)
def test_leave_of_others_is_not_leave_of_the_site(text, condition):
    (clause,) = detect(text, "de", PATTERNS)
    assert clause.condition == condition


def test_a_licence_given_subject_to_its_terms_needs_no_further_leave():
    text = (
        "Vorbehaltlich dieser Regeln erhalten Sie eine Lizenz, die Inhalte ausschließlich privat zu nutzen."
    )
    (clause,) = detect(text, "de", PATTERNS)
    assert (clause.kind, clause.condition) == ("commercial_reuse", "other")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Die Karten dürfen für den privaten Gebrauch heruntergeladen werden.", "non_commercial"),
        ("Die Karten dürfen unter Angabe der Quelle heruntergeladen werden.", "attribution"),
        ("Die Karten dürfen für jeden Zweck heruntergeladen werden.", None),
    ],
)
def test_what_a_permission_stands_on(text, condition):
    (permission,) = (one for one in detect(text, "de", PATTERNS) if one.kind == "reuse_permission")
    assert permission.condition == condition


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("Der automatisierte Abruf der Seiten anders als über unsere API ist untersagt.", "unknown"),
        ("Entwickler dürfen die Inhalte nicht kopieren.", "api_users"),
        ("API-Nutzer dürfen die Inhalte nicht kopieren.", "api_users"),
        ("Die Inhalte dürfen bei Nutzung der API nicht kopiert werden.", "api_users"),
    ],
)
def test_who_is_sent_to_an_interface_is_not_its_user(text, binds):
    assert {str(one.binds) for one in detect(text, "de", PATTERNS)} == {binds}
