"""What every response carries, and which requests may change something."""

from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, make_response, request
from werkzeug.wrappers import Response as BaseResponse

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "usb",
    "xr-spatial-tracking",
)
OPENER = "Cross-Origin-Opener-Policy"
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    OPENER: "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
}
_UNLISTED = {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-cache"}
HSTS = "max-age=31536000; includeSubDomains"


def register(app: Flask) -> None:
    """Put the security headers on every response of an app, errors and static files included."""
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    # One page must stay in touch with the window that opened it, and says so itself.
    opener = response.headers.get(OPENER, HEADERS[OPENER])
    response.headers.update(HEADERS | {OPENER: opener})
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = HSTS
    return response


def unlisted(body: str | dict[str, object], *, fresh: bool = False) -> BaseResponse:
    """Give a response that robots keep out of their lists; `fresh` keeps it out of every cache."""
    answer = make_response(body)
    answer.headers.update(_UNLISTED)
    if fresh:
        answer.headers["Cache-Control"] = "no-store"
    return answer


def refuse_foreign() -> None:
    """Raise `Forbidden` for a request that a page of another origin made."""
    if not is_own(request):
        abort(403)


def is_own(asked: Request) -> bool:
    """Tell whether a request that changes something comes from our own pages, or from no page at all.

    Browsers send `Sec-Fetch-Site` on https and loopback, and `Origin` on every cross-origin POST; a request
    with neither of them nor a `Referer` comes from a program, which no foreign page can drive.
    """
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    source = asked.headers.get("Origin") or asked.headers.get("Referer")
    return source is None or _origin(source) == _origin(asked.host_url)


def _origin(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc
