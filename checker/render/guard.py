"""What the browser may ask for, and the flags that leave it no way of its own; pure.

Every request that is fetched goes to our process, which asks for it through the guarded door. Anything that
does not pass by there meets a resolver that knows no name, a proxy that does not exist, and (see `WALLS`) a
network without interfaces.
"""

from enum import StrEnum

# A user, network and process namespace of its own: no interface, and all of it ends with its first process.
# The browser's own sandbox needs such namespaces too, and refuses to run as root.
WALLS = (
    "unshare",
    "--user",
    "--map-user=1000",
    "--map-group=1000",
    "--net",
    "--pid",
    "--fork",
    "--kill-child",
)
FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://nowhere.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--block-new-web-contents",
    "--disable-gpu",
    "--js-flags=--max-old-space-size=512",
)

_FETCHED = {"script", "xhr", "fetch"}


class Treatment(StrEnum):
    """What becomes of a request: asked for, answered with nothing, or refused."""

    FETCH = "fetch"
    EMPTY = "empty"
    REFUSE = "refuse"


def treatment(method: str, kind: str, url: str, *, is_main_document: bool) -> Treatment:
    """Give what becomes of a request; `kind` is Playwright's resource type.

    Style sheets are answered empty, because scripts wait for them and no word depends on them. Frames,
    pictures, media, fonts, beacons, sockets, downloads and whatever would send something are refused.
    """
    if method not in {"GET", "HEAD"} or not url.startswith(("http://", "https://")):
        return Treatment.REFUSE
    if kind == "stylesheet":
        return Treatment.EMPTY
    if kind in _FETCHED or (kind == "document" and is_main_document):
        return Treatment.FETCH
    return Treatment.REFUSE
