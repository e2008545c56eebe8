"""Refusals, challenges and login walls, and pages that only look like them."""

import time

import pytest
from signal_samples import URL, missed, page, plain_page, reading, seen, snapshot

from checker.model import Exhibit, Page
from checker.signals import access
from checker.signals.barrier import barrier_of, describe
from checker.words import Cause, Role, State

CHALLENGES = {
    "cloudflare": page(
        "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>",
        status=403,
        headers=(("Server", "cloudflare"), ("cf-mitigated", "challenge")),
    ),
    "cloudflare with 200": page("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),
    "cloudflare block": page(
        "<title>Attention Required! | Cloudflare</title>"
        '<div id="cf-error-details">Sorry, you have been blocked',
        status=403,
    ),
    "datadome": page(
        "<p>Please enable JS and disable any ad blocker<script>var dd={'rt':'c'}</script>"
        '<script src="https://ct.captcha-delivery.com/c.js">',
        status=403,
        headers=(("X-DataDome", "protected"),),
    ),
    "imperva": page(
        '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23">'
        "Request unsuccessful. Incapsula incident ID: 1-2</iframe>",
        headers=(("X-Iinfo", "1"), ("X-CDN", "Imperva")),
    ),
    "akamai": page(
        "<TITLE>Access Denied</TITLE>You don't have permission to access this page."
        "<P>https://errors.edgesuite.net/18",
        status=403,
        headers=(("Server", "AkamaiGHost"),),
    ),
    "human": page(
        '<title>Access to this page has been denied</title><div id="px-captcha">Press & Hold</div>'
    ),
    "recaptcha": page('<form><p>Prouvez que vous n’êtes pas un robot.<div class="g-recaptcha"></div></form>'),
    "hcaptcha": page('<p>Please verify you are human<div class="h-captcha"></div>'),
}
LONG = "<p>" + "Des mots de contenu. " * 200


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_challenge_is_recognised_whatever_its_status(name: str) -> None:
    came = CHALLENGES[name]
    assert barrier_of(came, None) is Cause.CHALLENGE
    found = [one for one in access.read(snapshot(seen(Role.PAGE, came))) if one.fact == "site.barrier"]
    assert [(one.state, one.weight) for one in found] == [(State.YES, "decides")]
    assert found[0].quote


def test_the_marks_that_were_seen_are_quoted() -> None:
    barrier = describe(CHALLENGES["cloudflare"], None)
    assert barrier is not None
    assert (barrier.vendor, barrier.marks) == (
        "Cloudflare",
        ("cf-mitigated: challenge", "_cf_chl_opt", "<title>just a moment...</title>"),
    )


ORDINARY = {
    "article about challenges": page(
        LONG + "<code>_cf_chl_opt</code> <code>px-captcha</code> captcha-delivery.com"
    ),
    "one mark alone": page("<title>Just a moment...</title><p>Un instant"),
    "protected by Cloudflare": page(
        '<div id="root"></div><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
        headers=(("Server", "cloudflare"), ("CF-Ray", "1")),
    ),
    "protected by DataDome": page(
        '<div id="root"></div><script src="https://js.datadome.co/tags.js"></script>',
        headers=(("X-DataDome", "protected"), ("X-DD-B", "1")),
    ),
    "protected by Imperva": page(
        '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script><p>Bonjour',
        headers=(("X-Iinfo", "1"), ("X-CDN", "Imperva")),
    ),
    "protected by HUMAN": page(
        "<script>window._pxAppId='PX1'</script>", headers=(("Set-Cookie", "_pxhd=1"),)
    ),
    "served by Akamai": page("<p>Bonjour", headers=(("Server", "AkamaiGHost"),)),
    "contact form with a CAPTCHA": page('<p>Écrivez-nous<form><div class="g-recaptcha"></div></form>'),
    "plain 404": page("<title>Page introuvable</title>", status=404),
    "member box on a long page": page(LONG + '<input type="password">'),
    "words in a script only": page("<script>'are you a robot'</script><div class='h-captcha'></div>"),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_pages_are_no_barrier(name: str) -> None:
    assert barrier_of(ORDINARY[name], None) is None


def test_the_readable_text_counts_where_it_was_read() -> None:
    came = page("<title>Just a moment...</title>_cf_chl_opt")
    assert barrier_of(came, reading(text="mot " * 2000)) is None
    assert barrier_of(came, reading(text="mot")) is Cause.CHALLENGE


IN = "https://www.linkedin.com/in/x"


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        (page(url=IN, final="https://www.linkedin.com/authwall?trk=1"), Cause.LOGIN_WALL),
        (page(LONG, url=IN, final="https://www.linkedin.com/uas/login"), Cause.LOGIN_WALL),
        (page(LONG, final="https://www.site.example/connexion.php?retour=annuaire"), Cause.LOGIN_WALL),
        (page('<form><input name=p type="password"></form>'), Cause.LOGIN_WALL),
        (page(LONG, final="https://www.site.example/loginov/"), None),
        (page(LONG, url="https://www.site.example/login", final="https://www.site.example/login/"), None),
    ],
)
def test_login_walls(came: Page, expected: Cause | None) -> None:
    assert barrier_of(came, None) is expected


def test_a_password_field_that_was_read_counts_on_a_short_page() -> None:
    assert barrier_of(page(), reading(text="Connexion", marks=("password_field",))) is Cause.LOGIN_WALL
    assert barrier_of(page(), reading(marks=("password_field",))) is None


def test_a_login_wall_is_told_with_where_it_led() -> None:
    wall = seen(Role.PAGE, page(LONG, final="https://www.site.example/login?next=/annuaire/"), reading())
    (found,) = access.read(snapshot(wall))
    assert (found.fact, found.state, found.weight, found.quote) == (
        "site.login_wall",
        State.YES,
        "decides",
        "/login",
    )


@pytest.mark.parametrize("status", [401, 403, 451, 999])
def test_a_refused_page_is_no_consent(status: int) -> None:
    for exhibit in (seen(Role.PAGE, page(status=status)), missed(Role.PAGE, URL, Cause.HTTP_STATUS, status)):
        (found,) = access.read(snapshot(exhibit))
        assert (found.fact, found.state, found.quote) == ("site.access_refused", State.YES, f"HTTP {status}")
        assert "no consent" in found.say.en


def test_too_many_requests_tell_nothing_of_the_site() -> None:
    (found,) = access.read(snapshot(seen(Role.PAGE, page(status=429))))
    assert (found.fact, found.state) == ("site.access_refused", State.UNKNOWN)


@pytest.mark.parametrize(
    "exhibit",
    [plain_page(), seen(Role.PAGE, page(LONG, status=404)), missed(Role.PAGE, URL, Cause.TIMEOUT)],
    ids=["read", "absent", "timeout"],
)
def test_other_pages_are_not_refused(exhibit: Exhibit) -> None:
    assert access.read(snapshot(exhibit)) == ()


def test_a_refused_home_page_is_context_beside_a_page_that_came() -> None:
    home = seen(Role.HOME, page(url="https://www.site.example/", status=403))
    assert [one.weight for one in access.read(snapshot(plain_page(), home))] == ["context"]
    assert [one.weight for one in access.read(snapshot(home))] == ["decides"]


def test_a_challenge_that_the_visit_recognised_is_told() -> None:
    (found,) = access.read(snapshot(missed(Role.PAGE, URL, Cause.CHALLENGE)))
    assert (found.fact, found.state) == ("site.barrier", State.YES)


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<input ", "<a ", "type ", "<svg </svg "])
def test_hostile_pages_are_looked_at_fast(piece: str) -> None:
    begun = time.process_time()
    assert barrier_of(page(piece * 300_000), None) is None
    assert time.process_time() - begun < 5
