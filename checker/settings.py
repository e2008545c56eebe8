"""The environment, read once into one frozen value; all faults are reported at once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from limits import parse_many

from checker.errors import BadInput

DEFAULT_HOSTS = ("localhost", "127.0.0.1")
LIMIT_CHECKS = "30 per minute; 500 per day"
LIMIT_WORK = "60 per minute; 2000 per day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator may choose; each field names its environment variable in the README."""

    database_url: str = ""
    instance_path: Path = field(default_factory=lambda: Path(__file__).resolve().parent.parent / "instance")
    public_url: str = "http://127.0.0.1:8000"
    trusted_hosts: tuple[str, ...] = DEFAULT_HOSTS
    contact: str = ""
    workers: int = 4
    queue_size: int = 200
    render: bool = False
    limit_checks: str = LIMIT_CHECKS
    limit_work: str = LIMIT_WORK
    limit_store: str = ""
    proxies: int = 0
    opt_out: Path | None = None
    cooldown: int = 600
    host_visits: int = 120

    @property
    def store_url(self) -> str:
        """Give the store's SQLAlchemy address: `DATABASE_URL`, or a SQLite file in the instance folder."""
        return self.database_url or f"sqlite:///{self.instance_path / 'gardefou.sqlite3'}"

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings":
        """Give the settings named in a mapping; raise `BadInput` that lists every fault."""
        faults: list[str] = []
        hosts = tuple(h.strip() for h in environment.get("TRUSTED_HOSTS", "").split(",") if h.strip())
        values: dict[str, object] = {
            "database_url": environment.get("DATABASE_URL", ""),
            "public_url": environment.get(
                "GARDEFOU_PUBLIC_URL", cls.__dataclass_fields__["public_url"].default
            ),
            "trusted_hosts": (*DEFAULT_HOSTS, *hosts),
            "contact": environment.get("GARDEFOU_CONTACT", ""),
            "workers": _whole(environment, "GARDEFOU_WORKERS", 4, 1, 64, faults),
            "queue_size": _whole(environment, "GARDEFOU_QUEUE_SIZE", 200, 1, 10_000, faults),
            "render": _switch(environment, "GARDEFOU_RENDER", faults),
            "limit_checks": _limits(environment, "GARDEFOU_LIMIT_CHECKS", LIMIT_CHECKS, faults),
            "limit_work": _limits(environment, "GARDEFOU_LIMIT_WORK", LIMIT_WORK, faults),
            "limit_store": _redis(environment, "GARDEFOU_LIMIT_STORE", faults),
            "cooldown": _whole(environment, "GARDEFOU_COOLDOWN", 600, 0, 86_400, faults),
            "host_visits": _whole(environment, "GARDEFOU_HOST_VISITS", 120, 1, 10_000, faults),
            "proxies": _whole(environment, "GARDEFOU_PROXIES", 0, 0, 9, faults),
        }
        if environment.get("GARDEFOU_OPT_OUT"):
            values["opt_out"] = Path(environment["GARDEFOU_OPT_OUT"])
            if not Path(environment["GARDEFOU_OPT_OUT"]).is_file():
                faults.append("GARDEFOU_OPT_OUT must name a file of hosts, one a line")
        if "GARDEFOU_INSTANCE" in environment:
            values["instance_path"] = Path(environment["GARDEFOU_INSTANCE"])
        if not str(values["public_url"]).startswith(("http://", "https://")):
            faults.append("GARDEFOU_PUBLIC_URL must begin with http:// or https://")
        if faults:
            raise BadInput("bad_settings", "; ".join(faults))
        return cls(**values)  # type: ignore[arg-type]

    @classmethod
    def load(cls) -> "Settings":
        """Give the settings of this process's environment."""
        return cls.read(os.environ)


def _whole(env: Mapping[str, str], name: str, default: int, low: int, high: int, faults: list[str]) -> int:
    text = env.get(name, str(default))
    if text.isdecimal() and low <= int(text) <= high:
        return int(text)
    faults.append(f"{name} must be a whole number from {low} to {high}")
    return default


def _switch(env: Mapping[str, str], name: str, faults: list[str]) -> bool:
    text = env.get(name, "0")
    if text not in {"0", "1"}:
        faults.append(f"{name} must be 0 or 1")
    return text == "1"


def _limits(env: Mapping[str, str], name: str, default: str, faults: list[str]) -> str:
    text = env.get(name, default)
    try:
        if all(limit.amount > 0 for limit in parse_many(text)):
            return text
    except ValueError:
        pass
    faults.append(f"{name} must be limits such as 30 per minute; 500 per day")
    return default


def _redis(env: Mapping[str, str], name: str, faults: list[str]) -> str:
    url = env.get(name, "")
    if url and not url.startswith(("redis://", "rediss://")):
        faults.append(f"{name} must begin with redis:// or rediss://")
    if url and find_spec("redis") is None:
        faults.append(f"{name} needs the Python package redis")
    return url
