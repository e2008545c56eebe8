"""Challenges of today are told from ordinary pages, and login walls from pages."""

from datetime import UTC, datetime

import pytest

from checker.html import read
from checker.model import Page
from checker.signals.barrier import barrier_of
from checker.words import Cause
from tests.discovery.barrier_pages import CHALLENGES, ORDINARY, Sent

NOW = datetime(2026, 11, 27, tzinfo=UTC)
URL = "https://www.a.example/boats"


def page_of(sent: Sent, *, final_url: str = URL) -> Page:
    _, status, headers, body = sent
    return Page(
        url=URL,
        final_url=final_url,
        status=status,
        headers=tuple({"Content-Type": "text/html; charset=utf-8", **headers}.items()),
        body=body.encode(),
        taken_at=NOW,
        sha256="",
    )


def seen(page: Page) -> Cause | None:
    """Give what stands in front, before the page is read or after, as a visit asks."""
    kind = dict(page.headers)["Content-Type"]
    return barrier_of(page, None) or (
        barrier_of(page, read(page.body, kind, page.final_url)) if page.status < 400 else None
    )


@pytest.mark.parametrize("sent", CHALLENGES, ids=lambda sent: sent[0])
def test_a_challenge_is_known(sent: Sent) -> None:
    assert seen(page_of(sent)) is Cause.CHALLENGE


@pytest.mark.parametrize("sent", ORDINARY, ids=lambda sent: sent[0])
def test_an_ordinary_page_is_no_challenge(sent: Sent) -> None:
    assert seen(page_of(sent)) is None


@pytest.mark.parametrize(
    "final_url",
    [
        "https://www.a.example/accounts/login/?next=%2Fboats",
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1",
        "https://accounts.google.com/v3/signin/identifier?continue=x",
        "https://sso.a.example/realms/a/protocol/openid-connect/auth?client_id=web",
        "https://a.okta.example/oauth2/v1/authorize?x=1",
        "https://www.a.example/authentification?retour=boats",
        "https://www.a.example/mon-compte/s-identifier",
        "https://www.a.example/anmelden",
        "https://www.a.example/iniciar-sesion",
        "https://www.a.example/inloggen",
        "https://www.a.example/logowanie",
        "https://www.a.example/accedi",
        "https://www.a.example/authwall?trk=x",
    ],
)
def test_a_redirect_to_a_login_page_is_a_wall(final_url: str) -> None:
    sent = ("", 200, {}, f"<html><body>{'<p>Welcome back to the harbour.</p>' * 60}</body></html>")
    assert seen(page_of(sent, final_url=final_url)) is Cause.LOGIN_WALL


@pytest.mark.parametrize(
    "final_url",
    [
        "https://www.a.example/en/boats",
        "https://www.a.example/authors/boats",
        "https://www.a.example/blog/logins-explained",
        "https://connect.a.example/boats",
        "https://www.a.example/access-to-the-harbour",
    ],
)
def test_another_redirect_is_no_wall(final_url: str) -> None:
    sent = ("", 200, {}, f"<html><body>{'<p>Welcome back to the harbour.</p>' * 60}</body></html>")
    assert seen(page_of(sent, final_url=final_url)) is None


@pytest.mark.parametrize(
    "body",
    [
        '<div style="display: contents"><script>import("/_app/start.js")</script></div>',
        "<noscript><h1>JavaScript is not available.</h1><p>We have detected that JavaScript is disabled in this "
        "browser. Please enable JavaScript or switch to a supported browser to continue. You can see a list of "
        "supported browsers in our Help Center, which also says how to turn JavaScript on.</p></noscript>"
        '<div id="react-root"></div><script>window.state={}</script>',
        '<app-root></app-root><script src="main.js" type="module"></script>',
    ],
    ids=["inline script", "an excuse for people without scripts", "angular"],
)
def test_a_page_without_words_but_its_script_s_is_an_empty_shell(body: str) -> None:
    assert "empty_shell" in read(body.encode(), "text/html; charset=utf-8", URL).marks


def test_what_stands_for_scripts_counts_when_it_is_the_page() -> None:
    body = f"<noscript><h1>Terms</h1>{'<p>You may not copy this site.</p>' * 60}</noscript><script>1</script>"
    got = read(body.encode(), "text/html; charset=utf-8", URL)
    assert "empty_shell" not in got.marks
    assert got.text.count("You may not copy this site.") == 60
