"""A whole check of a site that asks for patience: nothing more is asked of it, and the report says until when."""

from datetime import UTC, datetime, timedelta

from flask import Flask

from tests.loopback import Web, ask, shown

HOME = '<html lang="en"><body><h1>Shop</h1><p>Nice things.</p><a href="/terms">Terms of use</a></body></html>'


def test_a_busy_site_is_left_in_peace_and_the_report_says_until_when(visitor: Flask, web: Web) -> None:
    web.page("http://busy.fr/robots.txt", "User-agent: *\nDisallow:\n", type="text/plain")
    web.page("http://busy.fr/", HOME)
    web.page("http://busy.fr/terms", "later", status=503, headers={"Retry-After": "3600"})
    before = datetime.now(UTC)
    first = ask(visitor, "http://busy.fr/")
    asked = [path for host, path in web.asked if host == "busy.fr"]
    assert asked.count("/terms") == 1
    again = ask(visitor, "http://busy.fr/contact", max_age=0)
    assert [path for host, path in web.asked if host == "busy.fr"] == asked
    assert again["verdict"]["level"] == "undetermined"
    until = {before + timedelta(seconds=3600 + late) for late in range(30)}
    fr, en = shown(visitor, first)
    assert "Le site est indisponible (erreur 503). Il demande de la patience\u00a0: nous ne lui" in fr
    assert any(f"nous ne lui demandons rien avant le {_fr(one)}." in fr for one in until)
    assert any(f"we ask it for nothing before {_en(one)}." in en for one in until)
    fr, en = shown(visitor, again)
    assert any(f"nous ne lui demandons rien avant le {_fr(one)}." in fr for one in until)
    assert any(f"we ask it for nothing before {_en(one)}." in en for one in until)
    says = [limit["say"]["en"] for limit in again["limits"]]
    assert says[0].startswith("The site is unavailable (error 503). It asks for patience")


def test_a_robots_txt_that_asks_for_patience_closes_the_site_until_then(visitor: Flask, web: Web) -> None:
    web.page("http://tired.fr/robots.txt", "", status=429, headers={"Retry-After": "9" * 400})
    web.page("http://tired.fr/", HOME)
    first = ask(visitor, "http://tired.fr/")
    ask(visitor, "http://tired.fr/", max_age=0)
    assert [path for host, path in web.asked if host == "tired.fr"] == ["/robots.txt"]
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    days = {_en(tomorrow)[:-13], _en(tomorrow - timedelta(minutes=1))[:-13]}
    _, en = shown(visitor, first)
    assert any(f"we ask it for nothing before {day}" in en for day in days)


def _en(when: datetime) -> str:
    return f"{when.day} {when:%B %Y} at {when:%H:%M} UTC"


def _fr(when: datetime) -> str:
    months = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
    day = "1er" if when.day == 1 else str(when.day)
    return f"{day} {months[when.month - 1]} {when.year} à {when:%H:%M} UTC"
