"""Where an element stands on its page: region, hidden or not, part of the document or of the frame around it.

Whatever is taken for a frame (menu, header, footer, banner) but holds half of the page's text is kept: losing
a clause is worse than keeping a menu. Consent managers known by name are always left out. What a style
hides is hidden, unless it opens on a click (panels, tabs, what some element controls), holds half of the
page's text or is as long as a document.
"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag

from checker.html.tree import attribute
from checker.html.weights import Scale, weigh

_BODY = frozenset({"html", "body", "main", "article", "[document]"})
_FRAME_TAGS = frozenset({"nav", "header", "footer", "aside", "dialog", "menu"})
_DIALOGS = {"dialog", "alertdialog"}
_MENUS = {"navigation", "menu", "menubar", "toolbar", "search"}
_FRAME_ROLES = frozenset(_DIALOGS | _MENUS | {"banner", "contentinfo", "complementary"})
_LISTS = frozenset({"ul", "ol", "div", "section", "table"})
_TELLING = _FRAME_TAGS | _BODY | _LISTS | {"form"}
_REGION_TAGS = {"footer": "footer", "header": "header", "nav": "nav", "form": "form"}
_REGION_ROLES = {
    "contentinfo": "footer",
    "banner": "header",
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
}
_FOOTER_NAME = re.compile(
    r"(?<!no-)(?<!has-)(?<!with-)(?<!hide-)(?<!no)(?<!has)footer|(?<![a-z])(?:pied(?:[-_ ]|$)"
    r"|fuss(?:zeile|bereich|leiste|[-_ ]|$)|pie[-_ ]|pie$|rodape|stopka|voettekst|sidfot|bunntekst)"
)
_NAV_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|mega-?menu|topbar|breadcrumbs?|ariane|off-?canvas|hamburger)"
    r"(?=$|[\s_-])"
)
_CONSENT_VENDOR = re.compile(
    r"(?<![a-z])(?:cky|fs-cc|cc-window|ot-sdk|wt-cli|cli-modal|cli-bar|sd-cmp|fc-consent)|onetrust|didomi"
    r"|cybotcookiebot|axeptio|tarteaucitron|usercentrics|sp_message|qc-cmp2|truste(?!d)|cookie-law-info"
    r"|cmplz|moove_gdpr|iubenda-cs|osano-cm|klaro|termly-|borlabs|hs-eu-cookie|cookiefirst"
    r"|cookiescript|cookieconsent|cookie-script|coi-banner"
)
_CONSENT_NAME = re.compile(
    r"(?:cookie|consent|gdpr|rgpd|dsgvo)[a-z_-]{0,30}(?:banner|bar|notice|consent|modal|pop|dialog|overlay|wall"
    r"|message|alert|box|manager|preference|settings|layer|disclaimer|widget|container|wrap)"
    r"|(?:banner|notice|modal|popup|alert|overlay|bar)[a-z_-]{0,10}(?:cookie|consent|gdpr|rgpd)"
    r"|(?:preference|privacy)-?cent(?:er|re)"
)
_SHARE_NAME = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy|addthis|skip)"
    r"(?:[\s_-]?(?:to|links?|icons?|buttons?|bar|media|list|container|nav|content))*(?=$|\s)"
)
_PANEL_NAME = re.compile(
    r"accordion|akkordeon|collaps|tab-?pane|tab-?content|(?:^|[\s_-])tabs?(?=$|[\s_-])|toggle|expand|faq"
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}"
)
_DOCUMENT = 3000
_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "data-tab", "data-toggle-target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the walk stands. `frame` is set inside menus, headers, footers and banners."""

    region: str = "main"
    hidden: bool = False
    frame: bool = False
    panel: bool = False
    inner: bool = False


class Layout:
    """The places of one tree."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.scale: Scale = weigh(soup)
        self._controlled = _controlled(soup)

    def enter(self, place: Place, tag: Tag) -> Place:
        """Give the place inside an element, from the place around it."""
        if tag.name in {"html", "body", "[document]"} or (not tag.attrs and tag.name not in _TELLING):
            return place
        name = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".strip().lower()
        panel = place.panel or bool(name and _PANEL_NAME.search(name))
        after = Place(
            region=self._region(place.region, tag, name),
            hidden=place.hidden or self._hides(tag, panel=panel),
            frame=place.frame or self._is_frame(tag, name, inner=place.inner),
            panel=panel,
            inner=place.inner or tag.name in _BODY or attribute(tag, "role") == "main",
        )
        return place if after == place else after

    def _region(self, around: str, tag: Tag, name: str) -> str:
        if around == "footer":
            return around
        word = _REGION_TAGS.get(tag.name) or _REGION_ROLES.get(attribute(tag, "role").lower(), "")
        if word == "form" and (around != "main" or self.scale.share(tag) >= 0.5):
            word = ""
        if not word and name and tag.name not in _BODY:
            if _FOOTER_NAME.search(name) and self.scale.share(tag) < 0.7:
                word = "footer"
            elif _NAV_NAME.search(name) and self.scale.share(tag) < 0.5:
                word = "nav"
        return word or around

    def _hides(self, tag: Tag, *, panel: bool) -> bool:
        style = attribute(tag, "style").lower()
        hides = (
            ("hidden" in tag.attrs and attribute(tag, "hidden").lower() != "until-found")
            or attribute(tag, "aria-hidden").lower() == "true"
            or bool(style and _HIDING.search(style))
        )
        if not hides or self.scale.share(tag) >= 0.5 or self.scale.of(tag).chars >= _DOCUMENT:
            return False
        return not (
            panel or attribute(tag, "role").lower() == "tabpanel" or attribute(tag, "id") in self._controlled
        )

    def _is_frame(self, tag: Tag, name: str, *, inner: bool) -> bool:
        if name and _CONSENT_VENDOR.search(name):
            return True
        if tag.name in _BODY or self.scale.share(tag) >= 0.5:
            return False
        if (name and _CONSENT_NAME.search(name)) or self._asks_consent(tag):
            return True
        if self.scale.of(tag).chars >= _DOCUMENT and tag.name != "footer":
            return False
        if tag.name in _FRAME_TAGS or attribute(tag, "role").lower() in _FRAME_ROLES:
            return not (inner and tag.name in {"header", "aside"}) and not (
                tag.name == "nav" and self._is_prose(tag)
            )
        if name and _FOOTER_NAME.search(name):
            return True
        named = bool(name and (_NAV_NAME.search(name) or _SHARE_NAME.search(name)))
        return (named and not self._is_prose(tag)) or self._is_menu(tag)

    def _is_prose(self, tag: Tag) -> bool:
        weight = self.scale.of(tag)
        return weight.chars > 150 and weight.link_chars * 4 < weight.chars

    def _asks_consent(self, tag: Tag) -> bool:
        weight = self.scale.of(tag)
        return weight.cookies > 0 and weight.choices > 0 and weight.chars < 1500

    def _is_menu(self, tag: Tag) -> bool:
        if tag.name not in _LISTS:
            return False
        weight = self.scale.of(tag)
        return (
            weight.outward >= 4
            and weight.outward * 2 > weight.links
            and weight.link_chars >= 0.8 * weight.chars
            and weight.link_chars < 50 * weight.links
        )


def _controlled(soup: BeautifulSoup) -> frozenset[str]:
    found = set()
    for tag in soup.find_all(True):
        for key in _CONTROLS:
            if key in tag.attrs:
                found.update(attribute(tag, key).replace("#", " ").split())
        href = attribute(tag, "href") if tag.name == "a" else ""
        if href.startswith("#") and len(href) > 1:
            found.add(href[1:])
    return frozenset(found)
