"""What is wrong with what was typed, in a sentence that says how to mend it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from checker.errors import BadInput

FAULTS: dict[str, LazyString] = {
    "empty": _("Enter the address of a page, for example annuaire.fr/entreprises."),
    "no_address": _("We found no web address in this text. Enter one, for example annuaire.fr."),
    "several_addresses": _("This text holds several addresses. Enter one at a time."),
    "bad_scheme": _("We only read web pages: the address must begin with http:// or https://."),
    "ip_literal": _("Enter a site’s name, not a numeric (IP) address."),
    "userinfo": _("Remove the user name and password from the address."),
    "bad_port": _("We only open ports 80, 443, 8080 and 8443. Remove the port from the address."),
    "special_name": _("This name belongs to a private or reserved network. Enter a public site."),
    "bad_host": _("This site name is not valid. Check its spelling."),
    "too_long": _("This text is too long. Enter only the address of the page."),
    "bad_url": _("We cannot read this address. Check its spelling."),
}
_CHOICE = _("Choose one of the answers offered.")
_PURPOSE = {
    "bad_date": _("Enter a date as year-month-day, such as 2026-11-24."),
    "bad_country": _("Enter the two letters of a country, such as FR or DE."),
}
_FIELDS = frozenset({"url", "address", "typed", ""})


def tell(error: BadInput) -> tuple[str, LazyString]:
    """Give the field of the form and the sentence for a refused input."""
    field = error.pointer.rpartition("/")[2]
    if error.pointer.startswith("/purpose/"):
        return field, _PURPOSE.get(error.code, _CHOICE)
    if error.code in FAULTS:
        return "url", FAULTS[error.code]
    return ("url", FAULTS["bad_url"]) if field in _FIELDS else (field, _CHOICE)
