"""The pages shown when something is refused, missing or broken: what happened, and a way on."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """A title and the sentence under it."""

    title: LazyString
    say: LazyString


def _page(title: LazyString, say: LazyString) -> ErrorPage:
    return ErrorPage(title=title, say=say)


_ERROR_PAGES: dict[int, ErrorPage] = {
    400: _page(
        _("We did not understand this request"),
        _("Something in it is missing or malformed. Start again from the form."),
    ),
    403: _page(
        _("This request came from another site"),
        _("A check only starts from our own pages. Paste the address into the form."),
    ),
    404: _page(
        _("This page does not exist"),
        _("The address may be incomplete, or the report may have been deleted. Check the link."),
    ),
    405: _page(
        _("This address does not work that way"),
        _("Start again from the form."),
    ),
    413: _page(
        _("This is too large"),
        _("Enter only the address of the page, not a whole document."),
    ),
    429: _page(
        _("Too many checks in a short time"),
        _("Wait a minute, then try again. This protects the sites we visit."),
    ),
    500: _page(
        _("Something broke on our side"),
        _("It is not your fault, and it says nothing about the site. Try again in a moment."),
    ),
    503: _page(
        _("Many checks are waiting"),
        _("We take no more for now. Try again in a minute."),
    ),
}


def error_page(code: int) -> ErrorPage:
    """Give the page of an HTTP status; of its family where it has none of its own."""
    return _ERROR_PAGES.get(code, _ERROR_PAGES[500 if code >= 500 else 400])
