"""The door to the printing process: one page of HTML in, a PDF out, within a time."""

import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import Busy, CheckerError
from checker.paper.worker import MISSING

SECONDS = 20.0
AT_ONCE = 2
_ROOT = Path(__file__).resolve().parents[2]
_COMMAND = (sys.executable, "-P", "-m", "checker.paper.worker")
_KEPT = (
    "DYLD_FALLBACK_LIBRARY_PATH",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "HOME",
    "LD_LIBRARY_PATH",
    "PATH",
)


class NotPrinted(CheckerError):
    """No PDF came of it; `cause` is `missing` (WeasyPrint or Pango is not there), `late` or `failed`."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"not printed: {cause}")
        self.cause = cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Prints a page, `AT_ONCE` at the most in one process of ours; the same page gives the same bytes."""

    command: tuple[str, ...] = _COMMAND
    seconds: float = SECONDS
    gate: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(AT_ONCE))

    def __call__(self, html: str) -> bytes:
        """Give a tagged PDF (PDF/UA-1) of a page; raise `NotPrinted`, or `Busy` when all presses run."""
        if not self.gate.acquire(timeout=self.seconds):
            raise Busy(int(self.seconds) + 1)
        try:
            return self._run(html)
        finally:
            self.gate.release()

    def _run(self, html: str) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
                self.command,
                input=html.encode("utf-8", "replace"),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=_environment(),
                timeout=self.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise NotPrinted("late") from error
        if done.returncode == MISSING:
            raise NotPrinted("missing")
        if done.returncode or not done.stdout.startswith(b"%PDF-"):
            raise NotPrinted("failed")
        return done.stdout


def _environment() -> dict[str, str]:
    """Give what finds libraries and fonts, without our settings; fixed seeds make equal bytes."""
    paths = [str(_ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    fixed = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | fixed | {"PYTHONPATH": os.pathsep.join(paths)}
