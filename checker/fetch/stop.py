"""Why a fetch ends without a page; never leaves this package."""

from checker.words import Cause


class Stop(Exception):
    """The end of a fetch, with its cause, a plain sentence and the HTTP status if one was read."""

    def __init__(self, cause: Cause, detail: str) -> None:
        super().__init__(detail)
        self.cause = cause
        self.detail = detail
        self.status: int | None = None
