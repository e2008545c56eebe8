"""Pages that scripts build, as a browser gives them back."""

from hashlib import sha256

from render_room import AGENT, Open

from checker.model import Page
from tests.loopback import Web

BUILT = "<!DOCTYPE html><html lang=fr><head><meta charset=iso-8859-1></head><body><div id=root></div>"


def test_a_page_is_given_as_its_scripts_built_it(opening: Open, web: Web) -> None:
    web.page(
        "http://a.fr/",
        BUILT + '<script type=module src="/app.js"></script>',
        headers={"X-Robots-Tag": "noai"},
    )
    web.page(
        "http://a.fr/app.js",
        'import {terms} from "./terms.js"; document.getElementById("root").textContent = await terms();',
        type="text/javascript",
    )
    web.page(
        "http://a.fr/terms.js",
        'export const terms = async () => (await (await fetch("http://api.fr/terms")).json()).text;',
        type="text/javascript",
    )
    web.page("http://api.fr/terms", '{"text": "Robots interdits, même la nuit."}', type="application/json")
    opened = opening("http://a.fr/")
    assert '<div id="root">Robots interdits, même la nuit.</div>' in opened.text
    assert opened.asked == ["http://a.fr/app.js", "http://a.fr/terms.js", "http://api.fr/terms"]
    got = opened.got
    assert isinstance(got, Page)
    served = web.answers["a.fr", "/"].body
    assert (got.sha256, got.rendered_from) == (sha256(got.body).hexdigest(), sha256(served).hexdigest())
    assert (got.url, got.final_url, got.status, got.hops) == ("http://a.fr/", "http://a.fr/", 200, ())
    assert got.headers[0] == ("Content-Type", "text/html; charset=utf-8")
    assert ("X-Robots-Tag", "noai") in got.headers
    assert [name.lower() for name, _ in got.headers].count("content-type") == 1


def test_the_browser_says_who_it_is_and_hides_nothing(opening: Open, web: Web) -> None:
    web.page(
        "http://who.fr/",
        BUILT + "<script>root.textContent = `${navigator.userAgent}|${navigator.webdriver}`</script>",
    )
    assert f">{AGENT}|true</div>" in opening("http://who.fr/").text


def test_no_cookie_and_nothing_stored_is_kept(opening: Open, web: Web) -> None:
    script = (
        "root.textContent = `[${document.cookie}${localStorage.seen ?? ''}]`;"
        "document.cookie = 'seen=1'; localStorage.seen = '1'; fetch('/next')"
    )
    web.page("http://keep.fr/", f"{BUILT}<script>{script}</script>", headers={"Set-Cookie": "sent=1"})
    first, second = opening("http://keep.fr/"), opening("http://keep.fr/")
    assert ">[]</div>" in first.text
    assert ">[]</div>" in second.text


def test_a_page_may_move_on_and_is_then_what_it_moved_to(opening: Open, web: Web) -> None:
    web.page("http://move.fr/", BUILT + '<script>location.href = "/old"</script>')
    web.page("http://move.fr/old", "", status=301, headers={"Location": "/new/"})
    web.page(
        "http://move.fr/new/",
        '<p id=p></p><script>p.textContent = "Here: " + new URL("x", document.baseURI)</script>',
    )
    opened = opening("http://move.fr/")
    assert "Here: http://move.fr/new/x" in opened.text
    got = opened.got
    assert isinstance(got, Page)
    assert (got.url, got.final_url, got.hops) == (
        "http://move.fr/",
        "http://move.fr/new/",
        ("http://move.fr/",),
    )
    assert opened.asked == ["http://move.fr/old"]


def test_a_page_that_moves_on_to_an_error_is_that_error(opening: Open, web: Web) -> None:
    web.page("http://lost.fr/", BUILT + '<script>location.href = "/gone"</script>')
    opened = opening("http://lost.fr/")
    assert isinstance(opened.got, Page)
    assert (opened.got.status, opened.got.final_url) == (404, "http://lost.fr/gone")
    assert "nothing here" in opened.text


def test_a_style_sheet_picture_font_or_frame_is_never_asked_for(opening: Open, web: Web) -> None:
    web.page(
        "http://plain.fr/",
        "<link rel=stylesheet href=/a.css onload=\"p.textContent = 'styled'\"><p id=p>bare</p><img src=/a.png>"
        "<video src=/a.mp4 autoplay></video><iframe src=/frame></iframe><link rel=icon href=/icon>",
    )
    opened = opening("http://plain.fr/")
    assert ">styled</p>" in opened.text
    assert opened.asked == []


def test_an_address_is_asked_for_once_and_a_form_is_never_sent(opening: Open, web: Web) -> None:
    script = (
        "Promise.all([fetch('/n'), fetch('/n'), fetch('/n')]).then(async all => {"
        " root.textContent = (await Promise.all(all.map(one => one.text()))).join('+');"
        " fetch('/n', {method: 'POST', body: 'x'}).catch(() => {root.textContent += ' no post'}) })"
    )
    web.page("http://once.fr/", f"{BUILT}<script>{script}</script>")
    web.page("http://once.fr/n", "1", type="text/plain")
    opened = opening("http://once.fr/")
    assert ">1+1+1 no post</div>" in opened.text
    assert opened.asked == ["http://once.fr/n"]
