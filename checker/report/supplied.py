"""A document that the user hands over: why it cannot be used, and what it means when it is."""

from checker.model import Missing, Text
from checker.report.causes import Explanation, explain
from checker.words import Cause

NOTE = Text(
    fr="Ce texte vient de vous : nous ne l’avons pas lu sur le site et ne garantissons pas qu’il y figure.",
    en="This text comes from you: we did not read it on the site and cannot vouch that it stands there.",
)
NOTE_ON_ADDRESS = Text(
    fr="Vous avez donné cette adresse : nous l’avons lue, mais le lien avec le site vient de vous.",
    en="You gave this address: we read it, but that it holds for this site comes from you.",
)

_WHOLE = Text(
    fr="Copiez le document entier, avec son titre, depuis la page des conditions du site.",
    en="Copy the whole document, with its title, from the site’s terms page.",
)
_INSTEAD = Text(
    fr="Donnez un fichier HTML, PDF, DOCX ou TXT, ou collez le texte.",
    en="Give an HTML, PDF, DOCX or TXT file, or paste the text.",
)
_AS_TEXT = Text(
    fr="Cherchez une version en texte, ou copiez le texte et collez-le.",
    en="Look for a version in text, or copy the text and paste it.",
)

SUPPLIED: dict[Cause, Explanation] = {
    Cause.EMPTY_SHELL: Explanation(
        say=Text(
            fr="Ce document est vide : nous n’y trouvons aucun texte.",
            en="This document is empty: we find no text in it.",
        ),
        do=_WHOLE,
    ),
    Cause.NOT_TERMS: Explanation(
        say=Text(
            fr="Ce texte n’a pas l’air d’être des conditions d’utilisation.",
            en="This text does not look like terms of use.",
        ),
        do=_WHOLE,
    ),
    Cause.NOT_TEXT: Explanation(
        say=Text(
            fr="Ce fichier n’est pas un document que nous savons lire.",
            en="This file is not a document that we can read.",
        ),
        do=_INSTEAD,
    ),
    Cause.SCANNED_PDF: Explanation(
        say=Text(
            fr="Ce PDF est une image : son texte ne peut pas être lu.",
            en="This PDF is an image: its text cannot be read.",
        ),
        do=_AS_TEXT,
    ),
    Cause.TOO_LARGE: Explanation(
        say=Text(fr="Ce document dépasse 10 Mo.", en="This document is larger than 10 MB."),
        do=Text(fr="Collez seulement le texte des conditions.", en="Paste only the text of the terms."),
    ),
    Cause.CHALLENGE: Explanation(
        say=Text(
            fr="C’est une page de contrôle anti-robot, pas des conditions.",
            en="This is an anti-robot check page, not terms.",
        ),
        do=_WHOLE,
    ),
    Cause.LOGIN_WALL: Explanation(
        say=Text(
            fr="C’est une page de connexion, pas des conditions.", en="This is a login page, not terms."
        ),
        do=_WHOLE,
    ),
    Cause.PARSER_STOPPED: Explanation(
        say=Text(fr="Ce document a mis notre lecteur en échec.", en="This document defeated our reader."),
        do=_AS_TEXT,
    ),
}


def explain_supplied(missing: Missing) -> Explanation:
    """Give the sentence for a document that was handed over and cannot be used, and what to do."""
    return SUPPLIED.get(missing.cause) or explain(missing)
