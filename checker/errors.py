"""The tree of our own errors.

CheckerError
├── BadInput      what a person or a program gave us cannot be used; says which field and why
├── BadData       one of our own data files is wrong; found at start-up, never while serving
├── NotFound      an identifier that names nothing we keep
├── Refused       we will not ask for this address; says the cause
└── Later         nothing is done now; says after how many seconds to try again
    ├── Busy          the queue is full
    ├── TargetBusy    a site was visited too often for now
    └── OverQuota     this client started too much work
"""

from typing import ClassVar


class CheckerError(Exception):
    """The root of the errors that an edge turns into an answer."""


class BadInput(CheckerError):
    """Input that cannot be used; `code` is stable, `pointer` is an RFC 6901 pointer to the field."""

    def __init__(
        self, code: str, detail: str = "", *, pointer: str = "", allowed: tuple[str, ...] = ()
    ) -> None:
        super().__init__(detail or code)
        self.code = code
        self.detail = detail or code
        self.pointer = pointer
        self.allowed = allowed


class BadData(CheckerError):
    """A data file that breaks its own rules; the message names the file and the place in it."""


class NotFound(CheckerError):
    """Nothing is kept under this identifier."""


class Refused(CheckerError):
    """An address that we do not ask for; `code` is a word of `checker.words.Cause`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code
        self.detail = detail or code


class Later(CheckerError):
    """Nothing is done now, but may be asked for again after `retry_after` seconds."""

    why: ClassVar[str]

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"{self.why}, retry after {retry_after} s")
        self.retry_after = retry_after


class Busy(Later):
    """Too much work is waiting."""

    why = "busy"


class TargetBusy(Later):
    """A site was visited as often as it may be for now."""

    why = "the site is spared"


class OverQuota(Later):
    """A client started too much work in a short time."""

    why = "over quota"
