"""Takes the README's picture: the report of a sample site, in a real browser."""

import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from app import create_app
from checker.settings import Settings

PICTURE = Path(__file__).resolve().parent.parent / "static" / "img" / "report.png"


def main() -> None:
    """Check a sample site and keep the top of its report as a picture."""
    app = create_app(Settings(instance_path=Path(tempfile.mkdtemp())))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1150})
        page.goto(f"http://127.0.0.1:{server.server_port}/en/")
        page.fill("input[name=url]", "reseau-pro.example/in/camille-martin")
        page.keyboard.press("Enter")
        page.wait_for_selector(".verdict")
        page.screenshot(path=PICTURE)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
