"""On what clauses depend, alike in seven languages: a law, leave of the site, the name of the source."""

import pytest

from checker.clauses import detect
from checker.words import ClauseKind, Condition, Effect
from tests.clauses.books import PATTERNS

LAW, WRITTEN = Condition.LAW, Condition.WRITTEN_PERMISSION
BANS = [
    ("en", "You may not use robots to scrape the site, except as permitted by applicable law.", LAW),
    ("en", "You may not scrape the site except to the extent permitted by law.", LAW),
    ("en", "Except as permitted by law, you may not use bots to extract data from the site.", LAW),
    ("en", "You may not use robots to scrape the site, unless the law allows it.", LAW),
    ("en", "You may not scrape the site, unless authorised by law or with our written consent.", WRITTEN),
    ("en", "You may not scrape the site, except as allowed by law or authorised by us.", WRITTEN),
    ("en", "Without our consent you may not scrape the site, unless the law allows it.", WRITTEN),
    ("en", "You may not scrape the site except as expressly permitted by Yelp.", WRITTEN),
    ("en", "To the fullest extent permitted by law, you may not scrape the site.", None),
    (
        "fr",
        "Il est interdit d’extraire les données par des robots, sauf dans les cas permis par la loi.",
        LAW,
    ),
    ("fr", "Il est interdit de scraper le site, à moins que la loi ne le permette.", LAW),
    ("fr", "Sauf disposition légale contraire, il est interdit de scraper le site.", LAW),
    ("fr", "Sauf autorisation légale, il est interdit de scraper le site.", LAW),
    ("fr", "Il est interdit de scraper le site, sauf si la loi ou notre accord écrit le permet.", WRITTEN),
    ("fr", "Il est interdit de scraper le site, sauf si nous l’avons autorisé.", WRITTEN),
    ("de", "Das Scraping der Seiten ist untersagt, es sei denn, dies ist gesetzlich erlaubt.", LAW),
    ("de", "Das Scraping der Seiten ist untersagt, soweit nicht das Gesetz dies gestattet.", LAW),
    ("de", "Das Scraping der Seiten ist untersagt, es sei denn, wir haben dies erlaubt.", WRITTEN),
    ("es", "Queda prohibido el scraping del sitio, salvo que la ley lo permita.", LAW),
    ("es", "Queda prohibido el scraping del sitio, salvo que lo hayamos permitido.", WRITTEN),
    ("it", "È vietato lo scraping del sito, salvo quanto consentito dalla legge.", LAW),
    ("it", "È vietato lo scraping del sito, salvo quanto da noi consentito.", WRITTEN),
    ("nl", "Het is verboden de site te scrapen, tenzij de wet dit toestaat.", LAW),
    ("nl", "Het is verboden de site te scrapen, tenzij wij dit hebben toegestaan.", WRITTEN),
    ("pt", "É proibido o scraping do site, salvo se permitido por lei.", LAW),
    ("pt", "É proibido o scraping do site, salvo se por nós permitido.", WRITTEN),
]
PERMISSIONS = [
    ("en", "You may reuse the data with attribution.", "attribution"),
    ("en", "You may copy the texts provided that the source is named.", "attribution"),
    ("en", "You may copy the texts to the extent permitted by copyright law.", "law"),
    ("en", "You may copy the texts for your own private use, with attribution.", "non_commercial"),
    ("fr", "Vous pouvez réutiliser les données à condition de citer la source.", "attribution"),
    ("fr", "Vous pouvez copier les textes dans les limites permises par la loi.", "law"),
    ("de", "Die Karten dürfen mit Quellenangabe heruntergeladen werden.", "attribution"),
    ("es", "Puede copiar los mapas y redistribuirlos, citando la fuente.", "attribution"),
    ("it", "I decreti sono riproducibili purché si citi la fonte.", "attribution"),
    ("nl", "U mag onze kaarten overnemen met bronvermelding.", "attribution"),
    ("pt", "Pode copiar os mapas e redistribuí-los, citando a fonte.", "attribution"),
]


@pytest.mark.parametrize(("language", "text", "condition"), BANS)
def test_what_the_law_permits_is_no_leave_of_the_site(language, text, condition):
    (clause,) = (one for one in detect(text, language, PATTERNS) if one.kind is ClauseKind.AUTOMATED_ACCESS)
    effect = Effect.PROHIBITS if condition is None else Effect.CONDITIONAL
    assert (clause.effect, clause.condition) == (effect, condition)


@pytest.mark.parametrize(("language", "text", "condition"), PERMISSIONS)
def test_a_permission_that_asks_for_the_name_of_the_source_says_so(language, text, condition):
    (clause,) = (one for one in detect(text, language, PATTERNS) if one.kind is ClauseKind.REUSE_PERMISSION)
    assert (clause.effect, clause.condition) == (Effect.PERMITS, condition)
