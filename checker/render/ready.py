"""Whether this machine can render: asked once at the start, so that no check finds out instead."""

import shutil
import subprocess
from datetime import UTC, datetime
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING

from checker.errors import BadInput
from checker.model import Missing, Page
from checker.render.guard import WALLS

if TYPE_CHECKING:
    from checker.render.renderer import Renderer

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("playwright", "psutil")
PATIENCE = 30.0
_TRIAL = b"<!DOCTYPE html><p>no</p><script>document.body.textContent = 6 * 7</script>"


def renderer_of(user_agent: str) -> "Renderer":
    """Give a renderer that was seen to work; raise `BadInput` that lists what is missing, in words."""
    faults = [f"the Python package {name} is not installed" for name in PACKAGES if find_spec(name) is None]
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        faults.append("Chromium is not installed")
    faults += _without_walls()
    if faults or browser is None:
        raise _unready("; ".join(faults))
    from checker.render.renderer import Renderer  # what it imports was only now seen to be there

    renderer = Renderer(browser=browser, user_agent=user_agent)
    _try(renderer)
    return renderer


def _without_walls() -> list[str]:
    """Give what keeps a browser from being shut in here."""
    try:
        subprocess.run([*WALLS, "true"], check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603 - our own words
    except (OSError, subprocess.SubprocessError):
        return ["the system lets no process have namespaces of its own (unshare)"]
    return []


def _try(renderer: "Renderer") -> None:
    url = "http://www.trial.invalid/"
    page = Page(
        url=url,
        final_url=url,
        status=200,
        headers=(("Content-Type", "text/html"),),
        body=_TRIAL,
        taken_at=datetime.now(UTC),
        sha256=sha256(_TRIAL).hexdigest(),
    )
    got = renderer(page, lambda urls: [], PATIENCE)
    if isinstance(got, Missing):
        raise _unready(f"Chromium does not work here ({got.detail})")
    if b"<body>42</body>" not in got.body:
        raise _unready("Chromium runs no scripts here")


def _unready(what: str) -> BadInput:
    return BadInput("bad_settings", f"GARDEFOU_RENDER=1 cannot be had: {what}")
