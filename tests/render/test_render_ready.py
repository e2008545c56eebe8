"""What a machine lacks for rendering is said at the start, all at once; with all there the renderer works."""

import sys
from pathlib import Path

import pytest

from app import create_app
from checker.errors import BadInput
from checker.render import renderer_of
from checker.settings import Settings


def test_a_machine_that_has_all_gives_a_renderer_that_was_seen_to_work() -> None:
    assert callable(renderer_of("GardefouTest/1.0"))


def test_what_is_missing_is_said_when_the_application_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadInput) as refused:
        create_app(Settings(instance_path=tmp_path, render=True))
    assert (refused.value.code, refused.value.detail) == (
        "bad_settings",
        "GARDEFOU_RENDER=1 cannot be had: the Python package playwright is not installed; Chromium is not"
        " installed; the system lets no process have namespaces of its own (unshare)",
    )


def test_a_browser_that_does_not_start_is_said_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(BadInput, match=r"Chromium does not work here \(browser: launch: .*closed"):
        renderer_of("GardefouTest/1.0")


def test_without_the_setting_nothing_of_it_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("playwright", "psutil"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setenv("PATH", str(tmp_path))
    app = create_app(Settings(instance_path=tmp_path))
    app.extensions["gardefou"].close()
