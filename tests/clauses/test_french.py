"""French wordings that no labelled document holds: what the shipped book says of whole small documents."""

import pytest

from checker.clauses import detect
from checker.data.clause_files import load_clauses
from checker.words import ClauseKind, Condition, Effect

AUTOMATED, DATABASE = ClauseKind.AUTOMATED_ACCESS, ClauseKind.DATABASE_EXTRACTION
COMMERCIAL, CONTACT = ClauseKind.COMMERCIAL_REUSE, ClauseKind.CONTACT_HARVESTING
PERMISSION, REPRODUCTION = ClauseKind.REUSE_PERMISSION, ClauseKind.REPRODUCTION


def found(text):
    return detect(text, "fr", load_clauses())


def kinds(text):
    return {clause.kind for clause in found(text)}


def test_the_old_wording_of_a_network_on_software_and_profiles_is_found():
    text = (
        "Vous acceptez de ne pas :\n\n"
        "- développer, soutenir ni utiliser de logiciels, de dispositifs, de scripts ou de robots, ni aucun"
        " autre procédé, pour faire du web scraping des Services ou pour recopier des profils ;\n"
        "- insulter les autres membres ;\n"
    )
    (clause,) = [clause for clause in found(text) if clause.kind is AUTOMATED]
    assert clause.effect is Effect.PROHIBITS
    assert clause.quote.startswith("développer, soutenir")
    assert clause.lead == "Vous acceptez de ne pas :"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Le moissonnage du site n’est admis qu’avec l’accord de l’éditeur.", Condition.WRITTEN_PERMISSION),
        ("Toute collecte par un robot non agréé est interdite.", Condition.WRITTEN_PERMISSION),
        ("Il est interdit de scraper nos pages sans contrat de partenariat.", Condition.WRITTEN_PERMISSION),
        ("Hors de notre API, le scraping est interdit.", Condition.API_ONLY),
        ("Nos annonces ne peuvent être indexées par robot qu’au moyen du flux fourni.", Condition.API_ONLY),
        (
            "L’indexation par des robots est interdite, à l’exception des moteurs de recherche publics.",
            Condition.SEARCH_ENGINES_ONLY,
        ),
        ("Les robots ne sont pas admis. Toutefois, le fichier robots.txt prévaut.", Condition.ROBOTS_TXT),
    ],
)
def test_a_ban_on_robots_says_on_what_it_depends(text, condition):
    (clause,) = [clause for clause in found(text) if clause.kind is AUTOMATED]
    assert (clause.effect, clause.condition) == (Effect.CONDITIONAL, condition)


@pytest.mark.parametrize(
    "text",
    [
        "Les robots ne sont pas admis.",
        "Pas de scraping.",
        "Quiconque pille nos fiches avec un script s’expose à des poursuites.",
        "L’abonné s’interdit tout envoi de requêtes par lots.",
        "Seule une consultation manuelle est autorisée.",
    ],
)
def test_short_and_plain_bans_on_robots_hold_without_a_condition(text):
    (clause,) = [clause for clause in found(text) if clause.kind is AUTOMATED]
    assert (clause.effect, clause.condition) == (Effect.PROHIBITS, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le producteur de la base s’oppose à l’extraction répétée de ses éléments.", DATABASE),
        ("Nul ne peut alimenter un observatoire avec nos annonces.", DATABASE),
        ("Le logiciel de comparaison est gratuit, mais nul ne peut en tirer un revenu.", COMMERCIAL),
        ("Le fonds est ouvert à un usage strictement privé.", COMMERCIAL),
        ("Les courriels des élus ne doivent pas servir à du publipostage.", CONTACT),
        ("L’utilisateur s’abstient de toute utilisation détournée des informations nominatives.", CONTACT),
        ("La constitution d’un annuaire inversé est prohibée.", CONTACT),
        ("Toute fouille de textes est réservée au titre de l’article 4 de la directive 2019/790.",
         ClauseKind.TEXT_DATA_MINING),
        ("Il est défendu de percer les protections du site.", ClauseKind.CIRCUMVENTION),
        ("Aucun des plans ne saurait être redistribué.", REPRODUCTION),
        ("La copie de nos photographies constituerait une contrefaçon.", REPRODUCTION),
    ],
)  # fmt: skip
def test_other_bans_are_found_in_other_words(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "La reproduction est autorisée sous réserve de mentionner la source.",
        "Les informations publiques de ce site sont librement réutilisables sous Licence Ouverte.",
        "Vous pouvez imprimer les fiches pour votre classe.",
        "Chacun est libre de citer nos textes.",
        "Les illustrations sont publiées sous licence CC BY-SA.",
        "Libre à quiconque de photocopier ces modèles pour son atelier.",
        "Les professeurs du réseau « Atlas » peuvent projeter en classe nos courts métrages.",
        "Le libraire adhérent peut distribuer, gracieusement et en citant la revue, les fiches de lecture.",
        "Un usage scolaire de ces partitions est admis.",
    ],
)
def test_a_permission_is_found_and_is_no_ban(text):
    assert {(clause.kind, clause.effect) for clause in found(text)} == {(PERMISSION, Effect.PERMITS)}


@pytest.mark.parametrize(
    "text",
    [
        "Vous n’êtes pas autorisé à copier ni à reproduire nos textes.",
        "Nul ne peut reprendre les photographies.",
        "La reproduction n’est pas autorisée.",
    ],
)
def test_a_denied_permission_is_a_ban(text):
    assert kinds(text) == {REPRODUCTION}


@pytest.mark.parametrize(
    "text",
    [
        "Vous pouvez citer un passage de nos fiches, mais vous ne pouvez pas les reproduire en entier.",
        "La citation des guides est libre, toute autre reproduction étant soumise à notre accord.",
        "Les cartes de la rubrique Presse peuvent être reproduites par les médias, mais toute autre copie est interdite.",
    ],
)
def test_a_sentence_that_allows_and_forbids_is_both(text):
    effects = {(clause.kind, clause.effect) for clause in found(text)}
    assert effects == {(PERMISSION, Effect.PERMITS), (REPRODUCTION, Effect.PROHIBITS)}


@pytest.mark.parametrize(
    "text",
    [
        "Rien dans ces pages ne vous autorise à reproduire nos dessins.",
        "Vous n’êtes autorisé à reproduire nos dessins que si l’auteur vous l’a permis par écrit.",
        "La copie des dessins n’est tolérée qu’avec un accord écrit.",
        "Nul n’est autorisé à copier les dessins.",
    ],
)
def test_a_refusal_is_never_a_permission(text):
    assert PERMISSION not in kinds(text)
    assert REPRODUCTION in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le bon cadeau ne peut être échangé contre de l’argent.",
        "Pour vous désabonner des courriels publicitaires, aucun motif n’est demandé.",
        "Le classement ne change pas, sauf opérations promotionnelles ou commerciales.",
        "Le magasin décline toute responsabilité en cas :\n\n- d’intrusion frauduleuse d’un tiers dans ses systèmes ;",
        "Il est interdit d’afficher des prix dans un cadre de couleur.",
        "Le logement est loué à usage d’habitation et ne peut servir à une activité commerciale.",
        "L’émission de requêtes en nombre visant à saturer un serveur est interdite.",
        "La conductrice ne peut tirer aucun profit de son trajet.",
        "Le cavalier ne doit pas transporter de marchandises à des fins commerciales.",
    ],
)
def test_goods_refusals_of_liability_and_floods_are_no_clause(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nos robots explorent le web et ne retiennent pas les pages privées.",
        "Nous ne vendons pas vos coordonnées et ne les utilisons pas à des fins de prospection.",
        "Vos données ne sont ni cédées ni louées à des tiers.",
        "Vous pouvez vous opposer à tout moment à la prospection.",
        "L’abonnement se renouvelle automatiquement, sauf si vous le résiliez.",
        "Le client ne peut modifier sa commande après l’expédition.",
        "Les produits ne peuvent être repris s’ils ont été utilisés.",
        "Les photographies des articles ne sont pas contractuelles.",
        "Vous pouvez télécharger votre facture et l’imprimer.",
        "L’accès au service n’est pas garanti en cas de panne.",
        "Signalez-nous tout accès non autorisé à votre compte.",
    ],
)
def test_what_a_site_says_of_itself_or_of_goods_is_no_clause(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "La caisse met en œuvre des mesures de détection des robots afin de prévenir toute collecte illicite.",
        "Notre robot visite les pages publiques. Il respecte les fichiers robots.txt.",
        "Ces simulations ne constituent ni une offre ni un démarchage au sens du code monétaire et financier.",
        "L’abonné peut demander que les données le concernant ne soient pas utilisées pour la prospection.",
        "Prévenez-nous de tout accès non autorisé à vos données.",
        "L’exposant accorde à Foirexpo le droit de reproduire ses visuels.",
        "L’inscription est réservée aux personnes physiques qui agissent à titre privé.",
        "Le loueur s’abstient de noter son propre profil pour obtenir de meilleurs avis.",
        "Les enseignants peuvent utiliser la salle pour leurs cours.",
        "Les remises ne se cumulent pas et toute promotion de saison est exclue.",
    ],
)
def test_ordinary_boilerplate_is_no_clause(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L’éditeur s’oppose à la fouille de ses textes par des techniques automatisées d’analyse de corpus.",
         ClauseKind.TEXT_DATA_MINING),
        ("Nos guides ne peuvent nourrir des agents conversationnels ni des modèles de langage.",
         ClauseKind.TEXT_DATA_MINING),
        ("Il est défendu de déjouer les systèmes de détection de robots.", ClauseKind.CIRCUMVENTION),
        ("Est interdite l’extraction ou la réutilisation répétée et systématique de parties de la base.", DATABASE),
        ("Nul ne doit utiliser les adresses publiées pour des envois publicitaires en nombre.", CONTACT),
        ("Le moissonnage de nos horaires par un agent programmé est tenu pour une intrusion.", AUTOMATED),
        ("Les bots qui n’ont pas été déclarés n’ont pas leur place sur ce portail.", AUTOMATED),
        ("Nos mesures ne peuvent venir garnir l’annuaire d’un autre éditeur.", DATABASE),
        ("Nul ne peut faire négoce des horaires du portail.", COMMERCIAL),
        ("Les courriels des arbitres ne doivent alimenter aucune campagne.", CONTACT),
        ("Le moindre emprunt à ces textes requiert l’aval de leur autrice.", REPRODUCTION),
    ],
)  # fmt: skip
def test_a_ban_of_one_kind_gives_no_other(text, kind):
    assert kinds(text) == {kind}


def test_a_ban_on_robots_outlives_words_on_what_guards_against_them():
    text = "Il est interdit d’accéder au site par des robots ou de contourner les contrôles d’accès."
    assert kinds(text) == {AUTOMATED, ClauseKind.CIRCUMVENTION}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Toute collecte par robot, notamment à des fins commerciales, est interdite.", None),
        ("Il est interdit d’utiliser des robots à des fins commerciales.", Condition.NON_COMMERCIAL),
        ("La collecte par robot n’est possible que pour les titulaires d’une licence.", Condition.WRITTEN_PERMISSION),
    ],
)  # fmt: skip
def test_an_example_of_a_purpose_is_no_condition(text, condition):
    (clause,) = [clause for clause in found(text) if clause.kind is AUTOMATED]
    assert clause.condition is condition


@pytest.mark.parametrize(
    ("lead", "kind"), [("Il vous est permis :", PERMISSION), ("Il ne vous est pas permis :", REPRODUCTION)]
)
def test_a_line_of_a_list_is_what_its_lead_makes_it(lead, kind):
    text = f"{lead}\n\n- de reproduire nos textes et nos images ;\n- de modifier votre adresse."
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Vous pouvez imprimer les fiches pour votre usage personnel.", Condition.NON_COMMERCIAL),
        ("La reproduction des textes est autorisée à des fins non commerciales.", Condition.NON_COMMERCIAL),
        ("La reproduction est autorisée sous réserve de mentionner la source.", Condition.ATTRIBUTION),
        ("Les documents de ce site peuvent être reproduits librement, sans demander rien.", None),
        ("Les données sont réutilisables à des fins commerciales ou non.", None),
    ],
)
def test_a_permission_says_on_what_it_depends(text, condition):
    (clause,) = [clause for clause in found(text) if clause.kind is PERMISSION]
    assert (clause.effect, clause.condition) == (Effect.PERMITS, condition)


def test_personal_use_does_not_soften_a_ban_on_robots():
    text = "Le site est réservé à un usage personnel et il est interdit d’y employer des robots."
    (clause,) = [clause for clause in found(text) if clause.kind is AUTOMATED]
    assert (clause.effect, clause.condition) == (Effect.PROHIBITS, None)


@pytest.mark.parametrize(
    ("lead", "line", "never"),
    [
        ("Il vous est permis :", "de reproduire nos textes si vous en citez la source ;", REPRODUCTION),
        ("Il ne vous est pas permis :", "de citer nos textes sans mention de la source ;", PERMISSION),
    ],
)
def test_nothing_is_guessed_against_what_the_lead_says(lead, line, never):
    assert never not in kinds(f"{lead}\n\n- {line}\n- d’utiliser nos photographies ;\n")


@pytest.mark.parametrize(
    "text",
    [
        "L’accès au catalogue par des moyens automatisés est permis.",
        "Les notices, hors affiches, sont publiées sous licence libre et peuvent être moissonnées via OAI-PMH.",
        "Les tableaux peuvent être copiés et redistribués sans qu’aucune redevance ne soit exigée.",
        "Les clichés peuvent être librement recadrés et transmis, y compris dans un livre vendu.",
    ],
)
def test_what_is_let_in_free_or_left_out_is_no_ban(text):
    assert {clause.effect for clause in found(text)} <= {Effect.PERMITS}


def test_a_list_of_grounds_for_ending_an_account_forbids_them():
    text = "La société peut résilier le contrat dans l’hypothèse où l’abonné :\n\n- utiliserait le service dans un but professionnel ;"
    assert COMMERCIAL in kinds(text)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Vous pouvez imprimer les fiches pour votre usage strictement personnel.", Condition.NON_COMMERCIAL),
        (
            "Les fiches peuvent être reproduites librement, à l’exclusion de tout usage commercial.",
            Condition.NON_COMMERCIAL,
        ),
        ("Les enseignants peuvent photocopier trois articles pour leurs classes.", Condition.OTHER),
        ("Les fichiers peuvent être copiés gratuitement, à titre privé ou professionnel.", Condition.OTHER),
        ("Chacun peut reprendre les articles dans un livre en citant la revue.", Condition.ATTRIBUTION),
        ("Les textes officiels peuvent être librement reproduits.", None),
    ],
)
def test_a_permission_for_private_use_alone_is_no_permission_to_teach_or_to_trade(text, condition):
    (clause,) = [clause for clause in found(text) if clause.kind is PERMISSION]
    assert (clause.effect, clause.condition) == (Effect.PERMITS, condition)


def test_an_exception_that_begins_another_ban_is_not_the_exception_of_the_one_before():
    text = (
        "Il est interdit d’aspirer les pages à l’aide de robots.\n\n"
        "Sauf autorisation écrite de l’éditeur, vous ne pouvez pas reproduire les photographies."
    )
    first, second = found(text)
    assert (first.kind, first.effect, first.condition) == (AUTOMATED, Effect.PROHIBITS, None)
    assert (second.kind, second.condition) == (REPRODUCTION, Condition.WRITTEN_PERMISSION)


@pytest.mark.parametrize(
    "text",
    [
        "À d’autres fins de marketing, pour lesquelles la loi n’exige pas de consentement.",
        "La mairie et les communes ne peuvent revendre ou louer ces informations à un tiers.",
    ],
)
def test_what_the_site_may_do_itself_is_no_ban_on_commercial_reuse(text):
    assert COMMERCIAL not in kinds(text)


def test_people_who_objected_to_canvassing_are_named():
    text = (
        "Les personnes de la liste orange se sont opposées à l’utilisation de leurs coordonnées dans des"
        " opérations de prospection ; il est interdit de les utiliser à cette fin."
    )
    assert kinds(text) == {CONTACT}


def test_unsolicited_advertising_waits_for_no_permission():
    (clause,) = found("Il est interdit de transmettre toute publicité non sollicitée ou non autorisée.")
    assert (clause.kind, clause.condition) == (CONTACT, None)
