"""What challenge pages carry and ordinary pages do not, vendor by vendor; all in lower case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """Marks in the headers (`name: value`) and in the body; two make a challenge, one of them in the body.

    Scripts that vendors put into every protected page are `bare`: one is enough where nothing else is sent.
    """

    name: str
    headers: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


VENDORS = (
    Vendor(
        name="Cloudflare",
        headers=("cf-mitigated: challenge", "cf-chl-out:"),
        bare=(
            "error code: 1006",
            "error code: 1009",
            "error code: 1010",
            "error code: 1012",
            "error code: 1020",
        ),
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
            "used cloudflare to restrict access",
            "/cdn-cgi/challenge-platform/h/g/orchestrate/",
            "/cdn-cgi/challenge-platform/h/b/orchestrate/",
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
            "something about your browser made us think",
            'id="main-iframe"',
        ),
        bare=("/_incapsula_resource?swjiylwa",),
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
            "/_sec/verify?provider=interstitial",
            "triggerinterstitialchallenge",
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
            '"jsclientsrc"',
            "activate and hold the button",
        ),
    ),
    Vendor(
        name="AWS WAF",
        headers=("x-amzn-waf-action: challenge", "x-amzn-waf-action: captcha"),
        body=("window.gokuprops", "<title>human verification</title>"),
    ),
    Vendor(
        name="Kasada",
        headers=("x-kpsdk-ct:", "x-kpsdk-r:"),
        body=("window.kpsdk={}", "ips.js?kp_uidz", "ips.js?tkrm_"),
    ),
    Vendor(
        name="F5",
        body=(
            "the requested url was rejected",
            "your support id is",
            'window["bobcmn"]',
            "please enable javascript to view the page content",
        ),
    ),
    Vendor(
        name="Anubis",
        body=("anubis_challenge", "/.within.website/x/cmd/anubis", "making sure you&#39;re not a bot"),
    ),
    Vendor(
        name="Sucuri",
        headers=("x-sucuri-id:", "server: sucuri"),
        body=(
            "sucuri website firewall - access denied",
            "access denied - sucuri website firewall",
            "sucuri_cloudproxy_js",
        ),
    ),
    Vendor(
        name="DDoS-Guard",
        headers=("server: ddos-guard",),
        body=(
            "<title>ddos-guard</title>",
            "/.well-known/ddos-guard/js-challenge",
            "checking your browser before",
        ),
    ),
    Vendor(
        name="Vercel",
        headers=("x-vercel-mitigated: challenge",),
        body=("<title>vercel security checkpoint</title>", "we're verifying your browser"),
    ),
    Vendor(
        name="Fastly",
        body=("<title>client challenge</title>", "/_fs-ch-", "a required part of this site couldn"),
    ),
    Vendor(
        name="Radware",
        body=("<title>radware", "validate.perfdrive.com", "cdn.perfdrive.com/captcha", "shieldsquare block"),
    ),
    Vendor(
        name="Amazon",
        body=(
            "/errors/validatecaptcha",
            "/errors_page/validatecaptcha",
            "opfcaptcha",
            "click the button below to continue shopping",
            "enter the characters you see below",
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
    "frc-captcha",
    "friendly-challenge",
    "altcha-widget",
    "mtcaptcha",
    "smartcaptcha.yandexcloud.net",
)
"""CAPTCHA widgets; contact forms have them too, so words of `HUMAN_WORDS` must stand by them, and no form."""

HUMAN_WORDS = (
    "are you a robot",
    "are not a robot",
    "not a bot",
    "robot or human",
    "you are human",
    "you're human",
    "you’re human",
    "human verification",
    "unusual traffic from",
    "unusual activity from",
    "sending automated queries",
    "the security check",
    "security verification",
    "pas un robot",
    "êtes humain",
    "êtes un humain",
    "êtes un être humain",
    "êtes bien humain",
    "trafic inhabituel",
    "trafic exceptionnel",
    "vérification de sécurité",
    "contrôle de sécurité avant",
    "contrôle de sécurité pour",
    "kein roboter",
    "ein mensch sind",
    "no eres un robot",
    "no es un robot",
    "eres humano",
    "non sei un robot",
    "sei umano",
    "geen robot",
    "een mens bent",
    "não é um robô",
    "não é um robot",
    "é humano",
    "nie jesteś robotem",
    "jesteś człowiekiem",
    "inte är en robot",
    "ikke er en robot",
    "не робот",
)
"""What people are told at a gate."""
