"""Why something could not be read, in a sentence, and what the user can do about it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from babel.dates import format_datetime

from checker.model import Check, Missing, Text
from checker.words import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What happened, and what to do."""

    say: Text
    do: Text


_PASTE = Text(
    fr="Ouvrez la page dans votre navigateur et lisez-la, ou copiez-en le texte.",
    en="Open the page in your browser and read it, or copy its text.",
)
_SPELLING = Text(
    fr="Vérifiez l’orthographe de l’adresse, puis relancez.",
    en="Check the spelling of the address, then retry.",
)
_AFTER = Text(
    fr="Réessayez après ce moment, ou ouvrez la page vous-même et collez-en le texte.",
    en="Try again after that, or open the page yourself and paste its text.",
)
_LATER = Text(fr="Réessayez plus tard.", en="Try again later.")
_HAND_OVER = Text(
    fr="Lisez ses conditions et remettez-les-nous, en texte ou en fichier, ou demandez son accord écrit.",
    en="Read its terms and hand them over, as text or as a file, or ask it for written permission.",
)


def _cause(fr: str, en: str, do: Text) -> Explanation:
    return Explanation(say=Text(fr=fr, en=en), do=do)


CAUSES: dict[Cause, Explanation] = {
    Cause.BAD_URL: _cause("Cette adresse est mal formée.", "This address is malformed.", _SPELLING),
    Cause.NOT_PUBLIC: _cause(
        "Cette adresse mène à un réseau privé. Nous ne lisons que le web public.",
        "This address leads to a private network. We only read the public web.",
        Text(fr="Donnez l’adresse publique du site.", en="Give the site’s public address."),
    ),
    Cause.BAD_PORT: _cause(
        "Cette adresse demande un port que nous n’ouvrons pas.",
        "This address asks for a port that we do not open.",
        Text(fr="Donnez l’adresse habituelle du site.", en="Give the site’s usual address."),
    ),
    Cause.DNS: _cause(
        "Ce nom de site n’existe pas ou ne répond pas.", "This site name does not resolve.", _SPELLING
    ),
    Cause.CONNECT: _cause("Le site refuse la connexion.", "The site refuses the connection.", _LATER),
    Cause.TLS: _cause(
        "La connexion sécurisée du site est défectueuse.", "The site’s secure connection is faulty.", _LATER
    ),
    Cause.TIMEOUT: _cause("Le site n’a pas répondu à temps.", "The site did not answer in time.", _LATER),
    Cause.BROKEN: _cause(
        "La réponse s’est interrompue ou n’est pas valable.", "The answer broke off or is not valid.", _LATER
    ),
    Cause.TOO_LARGE: _cause(
        "Ce document dépasse la taille que nous lisons.", "This document is larger than we read.", _PASTE
    ),
    Cause.TOO_MANY_REDIRECTS: _cause(
        "L’adresse renvoie sans fin vers d’autres adresses.",
        "The address keeps redirecting to other addresses.",
        Text(fr="Donnez l’adresse d’arrivée.", en="Give the address where it ends."),
    ),
    Cause.BAD_ENCODING: _cause(
        "Les caractères de ce document sont illisibles.",
        "The characters of this document cannot be read.",
        _PASTE,
    ),
    Cause.HTTP_STATUS: _cause(
        "Le site a répondu par une erreur.", "The site answered with an error.", _PASTE
    ),
    Cause.CHALLENGE: _cause(
        "Le site a présenté un contrôle anti-robot. Nous ne le contournons pas.",
        "The site showed an anti-robot check. We do not get round it.",
        _PASTE,
    ),
    Cause.LOGIN_WALL: _cause(
        "Cette page demande un compte. Nous n’en utilisons pas.",
        "This page asks for an account. We do not use one.",
        _PASTE,
    ),
    Cause.EMPTY_SHELL: _cause(
        "Cette page est vide sans JavaScript.", "This page is empty without JavaScript.", _PASTE
    ),
    Cause.NOT_TEXT: _cause("Ce fichier n’est pas un texte.", "This file is not a text.", _PASTE),
    Cause.SCANNED_PDF: _cause(
        "Ce PDF est une image : son texte ne peut pas être lu.",
        "This PDF is an image: its text cannot be read.",
        _PASTE,
    ),
    Cause.UNKNOWN_LANGUAGE: _cause(
        "Nous ne savons pas encore lire cette langue.",
        "We cannot read this language yet.",
        Text(
            fr="Cherchez une version française ou anglaise du document.",
            en="Look for a French or English version of the document.",
        ),
    ),
    Cause.ROBOTS_DISALLOWED: _cause(
        "robots.txt nous interdit cette page. Nous ne l’avons pas demandée.",
        "robots.txt forbids us this page. We did not ask for it.",
        _PASTE,
    ),
    Cause.OPTED_OUT: _cause(
        "Ce site nous a demandé de ne pas le visiter.", "This site asked us not to visit it.", _HAND_OVER
    ),
    Cause.NOT_TERMS: _cause(
        "Cette page n’a pas l’air d’être des conditions.",
        "This page does not look like terms.",
        Text(
            fr="Cherchez les conditions dans le pied de page du site.",
            en="Look for the terms in the site’s footer.",
        ),
    ),
    Cause.LIMIT_REACHED: _cause(
        "Nous avons atteint notre limite de demandes pour ce site.",
        "We reached our limit of requests for this site.",
        _PASTE,
    ),
    Cause.PARSER_STOPPED: _cause(
        "Ce document a mis notre lecteur en échec.", "This document defeated our reader.", _PASTE
    ),
}


def explain(missing: Missing) -> Explanation:
    """Give the sentence for something missing, with the HTTP status and the end of a wait where there are."""
    known = _explain(missing)
    if missing.until is None:
        return known
    fr, en = (_moment(missing.until, language) for language in ("fr", "en"))
    say = Text(
        fr=f"{known.say.fr} Il demande de la patience : nous ne lui demandons rien avant le {fr}.",
        en=f"{known.say.en} It asks for patience: we ask it for nothing before {en}.",
    )
    return Explanation(say=say, do=_AFTER)


def _moment(when: datetime, language: str) -> str:
    day = "d'er'" if language == "fr" and when.astimezone(UTC).day == 1 else "d"
    pattern = f"{day} MMMM y 'à' HH:mm 'UTC'" if language == "fr" else "d MMMM y 'at' HH:mm 'UTC'"
    return str(format_datetime(when.astimezone(UTC), pattern, locale=language))


def _explain(missing: Missing) -> Explanation:
    known = CAUSES[missing.cause]
    if missing.cause is not Cause.HTTP_STATUS or missing.status is None:
        return known
    status = missing.status
    told = Text(fr=f"Le site a répondu par l’erreur {status}.", en=f"The site answered with error {status}.")
    return _STATUSES.get(status, Explanation(say=told, do=known.do))


_GONE = Text(
    fr="Cette adresse n’existe plus : cherchez le document dans le pied de page du site.",
    en="This address is gone: look for the document in the site’s footer.",
)
_STATUSES: dict[int, Explanation] = {
    401: _cause(
        "Le site demande un compte (erreur 401). Nous n’en utilisons pas.",
        "The site asks for an account (error 401). We do not use one.",
        _PASTE,
    ),
    403: _cause(
        "Le site refuse de nous servir cette page (erreur 403).",
        "The site refuses to serve us this page (error 403).",
        _PASTE,
    ),
    404: _cause("Cette page n’existe pas (erreur 404).", "This page does not exist (error 404).", _GONE),
    410: _cause("Cette page a été retirée (erreur 410).", "This page was taken down (error 410).", _GONE),
    429: _cause(
        "Le site trouve que nous demandons trop souvent (erreur 429).",
        "The site finds that we ask too often (error 429).",
        _LATER,
    ),
    451: _cause(
        "Le site dit que la loi l’empêche de servir cette page (erreur 451).",
        "The site says that the law bars it from serving this page (error 451).",
        _PASTE,
    ),
    500: _cause("Le site est en panne (erreur 500).", "The site is broken (error 500).", _LATER),
    502: _cause("Le site est en panne (erreur 502).", "The site is broken (error 502).", _LATER),
    503: _cause("Le site est indisponible (erreur 503).", "The site is unavailable (error 503).", _LATER),
    999: _cause(
        "Le site refuse les robots (réponse 999, celle de LinkedIn).",
        "The site refuses robots (answer 999, LinkedIn’s own).",
        _PASTE,
    ),
}
"""RFC 9110 (401 to 410, 5xx), RFC 6585 (429), RFC 7725 (451), and one that is no standard (999)."""


def failure(check: Check) -> Explanation:
    """Give why a check ended without a report."""
    return CAUSES[Cause(check.failure)] if check.failure in list(Cause) else _OURS


_OURS = Explanation(
    say=Text(
        fr="La vérification s’est interrompue. Cela ne dit rien du site.",
        en="The check broke off. That says nothing about the site.",
    ),
    do=_LATER,
)
