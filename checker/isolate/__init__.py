"""Processes of ours that can be stopped, and the reading of foreign documents in them."""

from checker.isolate.child import Child, Stopped
from checker.isolate.parser import Parser
from checker.isolate.wire import framed

__all__ = ["Child", "Parser", "Stopped", "framed"]
