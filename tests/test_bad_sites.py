"""Sites that fail in every way: each gets an answer with its cause in words, and never a yes."""

from typing import Any

import pytest
from flask import Flask

from tests.loopback import Web, ask, shown

FOOTER = '<footer><a href="/terms">Terms of use</a></footer>'
HOME = f'<html lang="en"><body><main><p>Welcome to us.</p></main>{FOOTER}'
SECTIONS = {
    "Your account": "You must keep your password secret. You are responsible for what happens under your account.",
    "Our services": "We may change or suspend the services at any time. We will tell you when we do so.",
    "Your content": "You keep your rights in what you post. You grant us a licence to show it to other users.",
    "Payment": "Prices include tax. You agree to pay the fees that apply when you order a service.",
    "Warranty": "The services are provided as is. To the extent permitted by law we exclude all warranties.",
    "Liability": "We shall not be liable for indirect losses. Nothing in these terms limits liability for fraud.",
    "Governing law": "These terms are governed by the laws of Ireland. The courts of Dublin have jurisdiction.",
}
PARTS = "".join(f"<h2>{title}</h2><p>{text}</p>" for title, text in SECTIONS.items())
OPENING = "<p>These terms govern your use of this site. By using it you agree to be bound by them.</p>"
TERMS = f'<html lang="en"><body><main><h1>Terms of use</h1>{OPENING}{PARTS}</main></body></html>'
CHALLENGE = (
    '<html><head><title>Just a moment...</title></head><body><form id="challenge-form"></form>'
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>'
)


def test_a_name_that_does_not_resolve(visitor: Flask) -> None:
    answer = ask(visitor, "nowhere.fr/annuaire")
    assert (answer["status"], answer["verdict"]["level"]) == ("failed", "undetermined")
    fr, en = shown(visitor, answer)
    assert "Ce nom de site n’existe pas ou ne répond pas" in fr
    assert "This site name does not resolve" in en
    assert "nowhere.fr/annuaire" in fr


def test_a_site_that_times_out(visitor: Flask, web: Web) -> None:
    web.page("http://slow.fr/robots.txt", "", wait=13)
    answer = ask(visitor, "http://slow.fr/")
    assert (answer["status"], answer["verdict"]["level"]) == ("failed", "undetermined")
    fr, en = shown(visitor, answer)
    assert "n’a pas répondu à temps" in fr
    assert "did not answer in time" in en


@pytest.mark.parametrize(
    ("host", "terms", "status"),
    [
        ("big.fr", {"body": b"<p>x</p>" * 1_300_000}, "too_large"),
        ("binary.fr", {"body": b"\x00\x01\x02" * 500, "type": "application/octet-stream"}, "not_text"),
        ("challenge.fr", {"body": CHALLENGE.encode(), "headers": {"Server": "cloudflare"}}, "challenge"),
        ("refused.fr", {"body": b"no", "status": 403}, "http_403"),
        ("linked.fr", {"body": b"no", "status": 999}, "http_999"),
        ("gone.fr", {"body": b"no", "status": 404}, "http_404"),
        ("pdf.fr", {"body": b"%PDF-1.4 broken", "type": "application/pdf"}, "not_text"),
    ],
)
def test_terms_that_cannot_be_read(
    visitor: Flask, web: Web, host: str, terms: dict[str, Any], status: str
) -> None:
    web.page(f"http://{host}/", HOME)
    web.page(f"http://{host}/terms", **terms)
    answer = ask(visitor, f"http://{host}/")
    document = answer["documents"][0]
    assert (document["url"], document["status"]) == (f"http://{host}/terms", status)
    assert (answer["status"], answer["verdict"]["level"]) == ("partial", "undetermined")
    fr, en = shown(visitor, answer)
    assert "Impossible à dire" in fr
    assert "Can’t tell" in en


@pytest.mark.parametrize("charset", ["punycode", "x-nobody-knows", "rot13", "windows-1252"])
def test_a_charset_that_nobody_knows_is_read_all_the_same(visitor: Flask, web: Web, charset: str) -> None:
    host = f"{charset}.fr"
    web.page(f"http://{host}/", HOME)
    web.page(f"http://{host}/terms", TERMS, type=f"text/html; charset={charset}")
    answer = ask(visitor, f"http://{host}/")
    assert (answer["documents"][0]["status"], answer["verdict"]["collect"]["level"]) == (
        "read",
        "conditional",
    )


def test_terms_that_robots_txt_forbids_are_not_asked_for(visitor: Flask, web: Web) -> None:
    web.page("http://shy.fr/robots.txt", "User-agent: *\nDisallow: /terms\n", type="text/plain")
    web.page("http://shy.fr/", HOME)
    web.page("http://shy.fr/terms", TERMS)
    answer = ask(visitor, "http://shy.fr/")
    assert (answer["documents"][0]["status"], answer["verdict"]["level"]) == (
        "robots_disallowed",
        "undetermined",
    )
    assert ("shy.fr", "/terms") not in web.asked


def test_a_robots_txt_that_fails_closes_the_site(visitor: Flask, web: Web) -> None:
    web.page("http://ill.fr/robots.txt", "", status=503)
    web.page("http://ill.fr/", HOME)
    answer = ask(visitor, "http://ill.fr/")
    assert answer["robots"]["decision"] == "unreadable"
    assert answer["verdict"]["level"] == "undetermined"
    assert [path for host, path in web.asked if host == "ill.fr"] == ["/robots.txt"]


def test_a_redirect_to_another_host_waits_for_its_robots_txt(visitor: Flask, web: Web) -> None:
    web.page("http://from.fr/", HOME.replace("/terms", "http://legal-of.fr/start"))
    web.page("http://legal-of.fr/start", "", status=302, headers={"Location": "http://closed-to.fr/terms"})
    web.page("http://closed-to.fr/robots.txt", "User-agent: *\nDisallow: /\n", type="text/plain")
    web.page("http://closed-to.fr/terms", TERMS)
    answer = ask(visitor, "http://from.fr/")
    assert answer["documents"][0]["status"] == "robots_disallowed"
    assert ("closed-to.fr", "/robots.txt") in web.asked
    assert ("closed-to.fr", "/terms") not in web.asked


def test_a_check_stays_within_its_requests_and_hosts(visitor: Flask, web: Web) -> None:
    links = "".join(f'<a href="http://terms-{n}.many.fr/terms">Terms of use</a>' for n in range(9))
    web.page("http://many.fr/", f"<html lang=en><body><p>Hello.</p><footer>{links}</footer>")
    ask(visitor, "http://many.fr/")
    asked = [one for one in web.asked if one[0].endswith("many.fr")]
    assert len(asked) <= 12
    assert len({host for host, _ in asked}) <= 3


def test_a_page_called_terms_that_is_none_leaves_the_question_open(visitor: Flask, web: Web) -> None:
    imprint = '<a href="/legal-notice">Legal notice</a>'
    notice = (
        "<h1>Legal notice</h1><p>Publisher: Odd Ltd, 1 High Street, Dublin. Company number 123456. "
        "Managing director: Ann Odd. Phone: +353 1 234567. Host: Hosting Ltd, 2 Low Street, Dublin.</p>"
    )
    web.page("http://odd.fr/", HOME.replace("</footer>", f"{imprint}</footer>"))
    web.page(
        "http://odd.fr/terms", "<html lang=en><body><h1>Our blog</h1><p>Ten tips for a sunny week-end.</p>"
    )
    web.page("http://odd.fr/legal-notice", f"<html lang=en><body>{notice}</body></html>")
    answer = ask(visitor, "http://odd.fr/")
    told = {document["url"]: document["status"] for document in answer["documents"]}
    assert told["http://odd.fr/terms"] == "not_terms"
    assert (answer["verdict"]["collect"]["level"], answer["status"]) == ("undetermined", "partial")
