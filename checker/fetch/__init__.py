"""The only door to the network: addresses checked where the socket connects, everything bounded."""

from checker.fetch.client import Fetcher, user_agent
from checker.fetch.polite import Ask, Courier, as_fetch

__all__ = ["Ask", "Courier", "Fetcher", "as_fetch", "user_agent"]
