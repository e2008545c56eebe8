"""What challenge pages carry and ordinary pages do not, vendor by vendor; all in lower case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """Marks in the headers (`name: value`) and in the body; two make a challenge, one of them in the body.

    Scripts that vendors put into every protected page are left out.
    """

    name: str
    headers: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


VENDORS = (
    Vendor(
        name="Cloudflare",
        headers=("cf-mitigated: challenge", "cf-chl-out:"),
        body=(
            "_cf_chl_opt",
            "<title>just a moment...</title>",
            "<title>un instant…</title>",
            "<title>attention required! | cloudflare</title>",
            "/cdn-cgi/challenge-platform/h/",
            "challenge-error-text",
            "cf-chl-widget",
            "cf-error-details",
            "sorry, you have been blocked",
            "cf-browser-verification",
        ),
    ),
    Vendor(
        name="DataDome",
        headers=("x-datadome:", "x-dd-b:", "server: datadome"),
        body=(
            "captcha-delivery.com",
            "var dd={",
            "var dd = {",
            "please enable js and disable any ad blocker",
        ),
    ),
    Vendor(
        name="Imperva",
        headers=("x-iinfo:", "x-cdn: imperva", "x-cdn: incapsula"),
        body=(
            "request unsuccessful. incapsula incident id",
            "incapsula incident id",
            "/_incapsula_resource?cwudnsai",
            "pardon our interruption",
            'id="main-iframe"',
        ),
    ),
    Vendor(
        name="Akamai",
        headers=("server: akamaighost",),
        body=(
            "<title>access denied</title>",
            "errors.edgesuite.net",
            "you don't have permission to access",
            "sec-if-cpt-container",
            "_sec/cp_challenge",
            "bm-verify=",
            "behavioral-content",
        ),
    ),
    Vendor(
        name="HUMAN",
        body=(
            "px-captcha",
            "captcha.px-cdn.net",
            "captcha.px-cloud.net",
            "window._pxuuid",
            "press &amp; hold",
            "press & hold",
            "access to this page has been denied",
        ),
    ),
)

WIDGETS = (
    "g-recaptcha",
    "google.com/recaptcha/",
    "recaptcha.net/recaptcha/",
    "h-captcha",
    "hcaptcha.com/1/api.js",
    "js.hcaptcha.com",
    "cf-turnstile",
    "challenges.cloudflare.com/turnstile",
)
"""CAPTCHA widgets; contact forms have them too, so words of `HUMAN_WORDS` must stand beside them."""

HUMAN_WORDS = (
    "are you a robot",
    "are not a robot",
    "you are human",
    "you're human",
    "you’re human",
    "unusual traffic",
    "automated queries",
    "security check",
    "pas un robot",
    "êtes humain",
    "êtes un humain",
    "êtes un être humain",
    "trafic inhabituel",
    "trafic exceptionnel",
    "vérification de sécurité",
    "contrôle de sécurité",
)
