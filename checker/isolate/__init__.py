"""Reading foreign documents in processes that can be stopped."""

from checker.isolate.parser import Parser

__all__ = ["Parser"]
