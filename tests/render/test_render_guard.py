"""What a page's scripts may ask for."""

import pytest

from checker.render.guard import FLAGS, treatment


@pytest.mark.parametrize("kind", ["script", "xhr", "fetch"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_scripts_read_is_fetched(kind: str, method: str) -> None:
    assert treatment(method, kind, "https://a.fr/x", is_main_document=False) == "fetch"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get"])
@pytest.mark.parametrize("kind", ["document", "script", "xhr", "fetch", "stylesheet"])
def test_what_would_send_something_is_refused(method: str, kind: str) -> None:
    assert treatment(method, kind, "https://a.fr/x", is_main_document=True) == "refuse"


@pytest.mark.parametrize(
    "kind",
    [
        "image",
        "media",
        "font",
        "texttrack",
        "eventsource",
        "websocket",
        "manifest",
        "ping",
        "other",
        "prefetch",
    ],
)
def test_what_is_no_word_is_refused(kind: str) -> None:
    assert treatment("GET", kind, "https://a.fr/x", is_main_document=False) == "refuse"


def test_a_frame_is_refused_and_the_page_itself_is_not() -> None:
    assert treatment("GET", "document", "https://a.fr/x", is_main_document=False) == "refuse"
    assert treatment("GET", "document", "https://a.fr/x", is_main_document=True) == "fetch"


def test_a_style_sheet_is_answered_empty() -> None:
    assert treatment("GET", "stylesheet", "https://a.fr/x.css", is_main_document=False) == "empty"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.fr/", "chrome://version/", "ws://a.fr/", "data:text/html,x", ""]
)
def test_only_the_web_is_fetched(url: str) -> None:
    assert treatment("GET", "document", url, is_main_document=True) == "refuse"


def test_the_browser_resolves_no_name_and_has_a_dead_proxy_for_loopback_too() -> None:
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in FLAGS
    assert {"--proxy-server=http://nowhere.invalid:9", "--proxy-bypass-list=<-loopback>"} <= set(FLAGS)
    assert not any("sandbox" in flag or "AutomationControlled" in flag for flag in FLAGS)
