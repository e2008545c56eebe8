"""The pages shown when something is refused, missing or broken: what happened, and a way on."""

from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """A title and the sentence under it."""

    title: LazyString
    say: LazyString


def _page(title: LazyString, say: LazyString) -> ErrorPage:
    return ErrorPage(title=title, say=say)


_ERROR_PAGES: dict[int, ErrorPage] = {
    400: _page(
        lazy_gettext("We did not understand this request"),
        lazy_gettext("Something in it is missing or malformed. Start again from the form."),
    ),
    403: _page(
        lazy_gettext("This request came from another site"),
        lazy_gettext("A check only starts from our own pages. Paste the address into the form."),
    ),
    404: _page(
        lazy_gettext("This page does not exist"),
        lazy_gettext("The address may be incomplete, or the report may have been deleted. Check the link."),
    ),
    405: _page(
        lazy_gettext("This address does not work that way"),
        lazy_gettext("Start again from the form."),
    ),
    413: _page(
        lazy_gettext("This is too large"),
        lazy_gettext("Enter only the address of the page, not a whole document."),
    ),
    429: _page(
        lazy_gettext("Too many checks in a short time"),
        lazy_gettext("Wait a minute, then try again. This protects the sites we visit."),
    ),
    500: _page(
        lazy_gettext("Something broke on our side"),
        lazy_gettext("It is not your fault, and it says nothing about the site. Try again in a moment."),
    ),
    503: _page(
        lazy_gettext("Many checks are waiting"),
        lazy_gettext("We take no more for now. Try again in a minute."),
    ),
}


def error_page(code: int) -> ErrorPage:
    """Give the page of an HTTP status; of its family where it has none of its own."""
    return _ERROR_PAGES.get(code, _ERROR_PAGES[500 if code >= 500 else 400])
