"""The words for levels, questions, clauses, documents and sources, in both languages."""

from checker.model import Exhibit, Text
from checker.words import Binds, ClauseKind, Condition, Effect, Level, Question, Role, Strength

LEVELS: dict[Level, Text] = {
    Level.PROHIBITED: Text(fr="À ne pas faire", en="Don’t do this"),
    Level.UNDETERMINED: Text(fr="Impossible à dire", en="Can’t tell"),
    Level.CONSENT_FIRST: Text(fr="Accord préalable requis", en="Consent needed first"),
    Level.CONDITIONAL: Text(fr="Possible sous conditions", en="Possible, with conditions"),
    Level.PERMITTED: Text(fr="Autorisé", en="Permitted"),
}

FAVOURABLE = frozenset({Level.PERMITTED, Level.CONDITIONAL})
"""The answers after which one may go on."""

ADVICE: dict[Level, Text] = {
    Level.PROHIBITED: Text(
        fr="Ne prélevez pas ces coordonnées et n’écrivez pas à ces personnes dans ces conditions.",
        en="Do not take these contact details, and do not write to these people this way.",
    ),
    Level.UNDETERMINED: Text(
        fr="Ne décidez pas encore : lisez d’abord ce que nous n’avons pas pu lire.",
        en="Do not decide yet: first read what we could not read.",
    ),
    Level.CONSENT_FIRST: Text(
        fr="Recueillez d’abord l’accord des personnes par une autre voie. Sinon, n’écrivez pas.",
        en="First collect people’s consent by another route. Otherwise, do not write.",
    ),
    Level.CONDITIONAL: Text(
        fr="Remplissez toutes les conditions ci-dessous avant le premier message.",
        en="Meet every condition below before the first message.",
    ),
    Level.PERMITTED: Text(
        fr="Gardez la trace de cette réponse. Vos devoirs envers les personnes demeurent.",
        en="Keep a record of this answer. Your duties towards people remain.",
    ),
}

MEANINGS: dict[Level, Text] = {
    Level.PROHIBITED: Text(
        fr="Le site s’y oppose, ou une règle l’interdit pour cet usage.",
        en="The site objects, or a rule forbids it for this use.",
    ),
    Level.UNDETERMINED: Text(
        fr="Un document décisif n’a pas pu être lu, ou une réponse manque. Ce n’est jamais un oui.",
        en="A decisive document could not be read, or an answer is missing. It is never a yes.",
    ),
    Level.CONSENT_FIRST: Text(
        fr="Les personnes doivent avoir dit oui, avant le premier message.",
        en="People must have said yes before the first message.",
    ),
    Level.CONDITIONAL: Text(
        fr="Rien de lu ne s’y oppose, mais il reste des devoirs. L’absence de clause n’est pas un accord.",
        en="Nothing we read forbids it, but duties remain. The absence of a clause is not a permission.",
    ),
    Level.PERMITTED: Text(
        fr="Une autorisation écrite a été lue et citée, ou la règle ne s’applique pas à cet usage.",
        en="A written permission was read and is quoted, or the rule does not apply to this use.",
    ),
}

QUESTIONS: dict[Question, tuple[Text, Text]] = {
    Question.COLLECT: (
        Text(fr="Prélever", en="Collect"),
        Text(fr="Puis-je prendre ces données sur ce site ?", en="May I take these data from this site?"),
    ),
    Question.CONTACT: (
        Text(fr="Contacter", en="Contact"),
        Text(fr="Puis-je écrire à ces personnes ou les appeler ?", en="May I write to or call these people?"),
    ),
    Question.KEEP: (
        Text(fr="Conserver", en="Keep"),
        Text(fr="Puis-je garder ces données, et comment ?", en="May I keep these data, and how?"),
    ),
}

KINDS: dict[ClauseKind, Text] = {
    ClauseKind.AUTOMATED_ACCESS: Text(fr="Accès automatisé", en="Automated access"),
    ClauseKind.DATABASE_EXTRACTION: Text(fr="Extraction de la base", en="Database extraction"),
    ClauseKind.COMMERCIAL_REUSE: Text(fr="Réutilisation commerciale", en="Commercial reuse"),
    ClauseKind.CONTACT_HARVESTING: Text(fr="Collecte de coordonnées", en="Collecting contact details"),
    ClauseKind.TEXT_DATA_MINING: Text(fr="Fouille de textes et de données", en="Text and data mining"),
    ClauseKind.CIRCUMVENTION: Text(fr="Contournement des protections", en="Getting round protections"),
    ClauseKind.REPRODUCTION: Text(fr="Reproduction du contenu", en="Copying content"),
    ClauseKind.REUSE_PERMISSION: Text(fr="Autorisation de réutiliser", en="Permission to reuse"),
    ClauseKind.THIRD_PARTY_SOURCE: Text(fr="Données venues de tiers", en="Data from third parties"),
}

EFFECTS: dict[Effect, Text] = {
    Effect.PROHIBITS: Text(fr="interdit", en="forbids"),
    Effect.CONDITIONAL: Text(fr="pose une condition", en="sets a condition"),
    Effect.PERMITS: Text(fr="autorise", en="permits"),
}

CONDITIONS: dict[Condition, Text] = {
    Condition.WRITTEN_PERMISSION: Text(fr="accord écrit du site", en="the site’s written permission"),
    Condition.ROBOTS_TXT: Text(fr="ce que permet robots.txt", en="what robots.txt allows"),
    Condition.API_ONLY: Text(fr="seulement par l’API du site", en="only through the site’s API"),
    Condition.SEARCH_ENGINES_ONLY: Text(fr="réservé aux moteurs de recherche", en="search engines only"),
    Condition.NON_COMMERCIAL: Text(fr="usage non commercial", en="non-commercial use"),
    Condition.ATTRIBUTION: Text(fr="mention de la source", en="naming the source"),
    Condition.LAW: Text(fr="ce que la loi permet d’elle-même", en="what the law itself permits"),
    Condition.OTHER: Text(
        fr="autre condition, à lire dans la phrase", en="another condition, see the sentence"
    ),
}

STRENGTHS: dict[Strength, Text] = {
    Strength.EXPLICIT: Text(fr="phrase explicite", en="explicit sentence"),
    Strength.INDIRECT: Text(fr="formulation indirecte", en="indirect wording"),
}

BINDS: dict[Binds, Text] = {
    Binds.VISITORS: Text(fr="s’adresse à tout visiteur", en="addresses every visitor"),
    Binds.MEMBERS: Text(fr="s’adresse aux titulaires d’un compte", en="addresses account holders"),
    Binds.API_USERS: Text(fr="s’adresse aux utilisateurs de l’API", en="addresses users of the API"),
}

# The names are Open Terms Archive's (terms types); an unknown one is shown as it is.
DOCUMENT_TYPES: dict[str, Text] = {
    "Terms of Service": Text(fr="Conditions d’utilisation", en="Terms of service"),
    "Acceptable Use Policy": Text(fr="Règles d’usage acceptable", en="Acceptable use policy"),
    "Commercial Terms": Text(fr="Conditions commerciales", en="Commercial terms"),
    "Marketplace Sellers Conditions": Text(fr="Conditions des vendeurs", en="Seller terms"),
    "Imprint": Text(fr="Mentions légales", en="Legal notice"),
    "Developer Terms": Text(fr="Conditions pour les développeurs", en="Developer terms"),
    "Community Guidelines": Text(fr="Règles de la communauté", en="Community guidelines"),
    "Copyright Claims Policy": Text(fr="Droits d’auteur", en="Copyright policy"),
    "Privacy Policy": Text(fr="Politique de confidentialité", en="Privacy policy"),
    "General Conditions of Sale": Text(fr="Conditions générales de vente", en="Conditions of sale"),
    "robots.txt": Text(fr="robots.txt", en="robots.txt"),
}

_ROLES: dict[Role, Text] = {
    Role.PAGE: Text(fr="La page donnée", en="The page you gave"),
    Role.HOME: Text(fr="Page d’accueil", en="Home page"),
    Role.HUB: Text(fr="Espace juridique", en="Legal centre"),
    Role.TERMS: Text(fr="Conditions", en="Terms"),
    Role.SUPPLIED: Text(fr="Texte fourni", en="Supplied text"),
    Role.ROBOTS: Text(fr="robots.txt", en="robots.txt"),
    Role.WELL_KNOWN: Text(fr="Signal du site", en="Site signal"),
}


FOUND_BY: dict[str, Text] = {
    "footer_link": Text(fr="lien du pied de page", en="footer link"),
    "nav_link": Text(fr="lien du menu", en="menu link"),
    "page_link": Text(fr="lien de la page", en="link in the page"),
    "hidden_link": Text(fr="lien caché de la page", en="hidden link of the page"),
    "script_state": Text(fr="lien écrit par un script", en="link written by a script"),
    "pasted_address": Text(fr="adresse donnée", en="address you gave"),
    "rel_link": Text(fr="lien déclaré par la page", en="link declared by the page"),
    "json_ld": Text(fr="données structurées de la page", en="structured data of the page"),
    "form_sentence": Text(fr="phrase d’un formulaire", en="sentence of a form"),
    "hub": Text(fr="lien de l’espace juridique", en="link in the legal centre"),
    "sitemap": Text(fr="plan du site", en="sitemap"),
    "probe": Text(fr="adresse usuelle essayée", en="usual address tried"),
    "register": Text(fr="registre d’adresses connues", en="register of known addresses"),
    "pasted_text": Text(fr="fourni par vous : texte collé", en="supplied by you: pasted text"),
    "uploaded_file": Text(fr="fourni par vous : fichier", en="supplied by you: file"),
    "bookmarklet": Text(
        fr="fourni par vous : signet, depuis votre navigateur",
        en="supplied by you: bookmarklet, from your browser",
    ),
    "given_address": Text(fr="adresse fournie par vous", en="address supplied by you"),
}

SIGNALS: dict[str, Text] = {
    "robots": Text(fr="robots.txt", en="robots.txt"),
    "x_robots": Text(fr="en-tête ou balise robots", en="robots header or tag"),
    "tdmrep": Text(fr="TDMRep", en="TDMRep"),
    "content_signal": Text(fr="Content-Signal", en="Content-Signal"),
    "content_usage": Text(fr="Content-Usage", en="Content-Usage"),
    "rsl": Text(fr="RSL", en="RSL"),
    "ai_txt": Text(fr="ai.txt", en="ai.txt"),
    "licence": Text(fr="Licence", en="Licence"),
    "access": Text(fr="Accès à la page", en="Access to the page"),
    "register": Text(
        fr="Conditions du site, d’après notre registre", en="The site’s terms, from our register"
    ),
}

MARKS: dict[str, Text] = {
    "read": Text(fr="texte lu", en="text read"),
    "second_hand": Text(fr="de seconde main", en="second-hand"),
    "general_knowledge": Text(fr="connaissance générale, à vérifier", en="general knowledge, to be checked"),
}

DISCLAIMER = Text(
    fr="Aide à la décision, pas un avis juridique. Faites valider par votre DPO si vous continuez.",
    en="A decision aid, not a legal opinion. Have your DPO validate it if you go on.",
)


def label(table: dict[str, Text], word: str) -> Text:
    """Give the label of an open word, or the word itself in both languages."""
    return table.get(word, Text(fr=word.replace("_", " "), en=word.replace("_", " ")))


def name_of(exhibit: Exhibit) -> Text:
    """Give what kind of document this is."""
    if exhibit.document_type:
        return label(DOCUMENT_TYPES, exhibit.document_type)
    return _ROLES[exhibit.role]
