"""How much work one client may start: counted where the work begins, so that a refused input costs nothing.

The engine is `limits`, the one under Flask-Limiter; its decorators count before a view has looked at what
was sent. It counts in this process's memory, or in Redis where several processes share the count.
"""

import logging
import math
import time
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address, ip_address, ip_network

from flask import Flask, current_app, request
from limits import RateLimitItem, parse_many
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter
from werkzeug.middleware.proxy_fix import ProxyFix

from checker.errors import OverQuota
from checker.settings import Settings

NAME = "gardefou-quota"
REDIS_SECONDS = 2
_LOOPBACK = frozenset({"127.0.0.1", "::/64"})

_log = logging.getLogger(__name__)


class Kind(StrEnum):
    """What is counted: visits to a site, and work on this server alone."""

    CHECKS = "checks"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Quota:
    """The counts of all clients; when Redis does not answer each process counts by itself."""

    limits: dict[Kind, list[RateLimitItem]]
    shared: MovingWindowRateLimiter
    own: MovingWindowRateLimiter
    spares_loopback: bool

    def spend(self, kind: Kind, client: str, cost: int = 1) -> None:
        """Count so much work for a client; raise `OverQuota` and count nothing more when it is too much."""
        try:
            self._spend(self.shared, kind, client, cost)
        except StorageError:
            _log.exception("the store of the quotas does not answer; this process counts by itself")
            self._spend(self.own, kind, client, cost)

    def _spend(self, counts: MovingWindowRateLimiter, kind: Kind, client: str, cost: int) -> None:
        for limit in self.limits[kind]:
            if not counts.hit(limit, kind, client, cost=min(cost, limit.amount)):
                end = counts.get_window_stats(limit, kind, client).reset_time
                raise OverQuota(max(1, math.ceil(end - time.time())))


def register(app: Flask, settings: Settings) -> None:
    """Give an app its quotas; the client's address comes from as many proxies as the operator runs."""
    own = MovingWindowRateLimiter(MemoryStorage())
    app.extensions[NAME] = Quota(
        {Kind.CHECKS: parse_many(settings.limit_checks), Kind.WORK: parse_many(settings.limit_work)},
        _in_redis(settings.limit_store) if settings.limit_store else own,
        own,
        spares_loopback=not settings.proxies,
    )
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies
        )


def _in_redis(url: str) -> MovingWindowRateLimiter:
    wait = {"socket_timeout": REDIS_SECONDS, "socket_connect_timeout": REDIS_SECONDS}
    return MovingWindowRateLimiter(storage_from_string(url, wrap_exceptions=True, **wait))


def spend(kind: Kind, cost: int = 1) -> None:
    """Count work for the client of this request; raise `OverQuota` when it is too much."""
    quota: Quota = current_app.extensions[NAME]
    client = client_of(request.remote_addr)
    if not (quota.spares_loopback and client in _LOOPBACK):
        quota.spend(kind, client, cost)


def client_of(address: str | None) -> str:
    """Give whose count an address belongs to: its own, or for IPv6 its /64, which one host may hold."""
    try:
        ip = ip_address((address or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if not isinstance(ip, IPv6Address):
        return str(ip)
    return str(ip.ipv4_mapped or ip_network((ip, 64), strict=False))
