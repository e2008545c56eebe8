"""Licences that are known by their address, and whether they allow commercial reuse."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Reuse(StrEnum):
    """What a licence allows of the work itself."""

    COMMERCIAL = "commercial"
    UNCHANGED_ONLY = "unchanged_only"
    NON_COMMERCIAL = "non_commercial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence by its usual name."""

    name: str
    reuse: Reuse


_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/"
    r"(?:licen[cs]es/(?P<code>by(?:-nc|-nd|-sa)*)(?:/(?P<version>\d\.\d))?|publicdomain/(?P<public>zero|mark))"
    r"(?:[/?#]|$)",
    re.I,
)
_OTHERS = (
    (r"spdx\.org/licenses/etalab-2\.0", "Licence Ouverte / Etalab 2.0"),
    (r"etalab\.gouv\.fr/.*(?:licence-ouverte|open-licen[cs]e)", "Licence Ouverte / Etalab"),
    (r"(?:data|info)\.gouv\.fr/.*licence-ouverte", "Licence Ouverte / Etalab"),
    (r"github\.com/etalab/licence-ouverte", "Licence Ouverte / Etalab"),
    (r"opendatacommons\.org/licenses/odbl", "ODbL"),
    (r"opendatacommons\.org/licenses/by", "ODC-BY"),
    (r"opendatacommons\.org/licenses/pddl", "PDDL"),
)
_KNOWN = tuple((re.compile(rf"https?://(?:www\.)?{pattern}", re.I), name) for pattern, name in _OTHERS)


def known(url: str) -> Licence | None:
    """Give the licence at an address, None where it is none of those known here."""
    found = _CREATIVE_COMMONS.match(url)
    if found:
        return _creative_commons(found)
    for pattern, name in _KNOWN:
        if pattern.match(url):
            return Licence(name=name, reuse=Reuse.COMMERCIAL)
    return None


def _creative_commons(found: re.Match[str]) -> Licence:
    if found["public"]:
        name = {"zero": "CC0 1.0", "mark": "Public Domain Mark 1.0"}[found["public"].lower()]
        return Licence(name=name, reuse=Reuse.COMMERCIAL)
    code = found["code"].upper()
    reuse = Reuse.COMMERCIAL
    if "-NC" in code:
        reuse = Reuse.NON_COMMERCIAL
    elif "-ND" in code:
        reuse = Reuse.UNCHANGED_ONLY
    return Licence(name=f"CC {code} {found['version'] or ''}".strip(), reuse=reuse)
