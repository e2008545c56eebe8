"""A purpose from loose words: JSON, a form or options of a command."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from checker.errors import BadInput
from checker.model import Purpose
from checker.rules.facts import FIELDS, words_of

_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
    BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
    FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
    IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
    MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
    PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
    YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
"""ISO 3166-1 alpha-2, as officially assigned."""

_TYPES: dict[str, Any] = {field.name: field.type for field in fields(Purpose)}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_BOOLEANS = {"true": "yes", "on": "yes", "false": "no"}


def purpose_from(mapping: Mapping[str, object]) -> Purpose:
    """Give the purpose that a mapping of fields to words describes; what is absent keeps its default.

    Raises `BadInput` (`unknown_field`, `unknown_word`, `bad_country`, `bad_date`) with a pointer into
    `/purpose` and the allowed names or words.
    """
    for name in mapping:
        if name not in FIELDS:
            detail = f"unknown field {name!s:.40}; allowed: {', '.join(FIELDS)}"
            raise BadInput("unknown_field", detail, pointer=f"/purpose/{_escape(name)}", allowed=FIELDS)
    given = {name: value for name, value in mapping.items() if value not in ("", None)}
    return Purpose(**as_values(given))


def as_values(mapping: Mapping[str, object]) -> dict[str, Any]:
    """Give the values that words stand for, field by field."""
    return {name: _value(name, word) for name, word in mapping.items()}


def _value(name: str, word: object) -> Any:
    if name == "country":
        return _country(word)
    if name == "on":
        return _day(word)
    allowed = words_of(name)
    text = _as_word(word)
    if text not in allowed:
        detail = f"unknown word {text!s:.40} for {name}; allowed: {', '.join(allowed)}"
        raise BadInput("unknown_word", detail, pointer=f"/purpose/{name}", allowed=allowed)
    return _TYPES[name](text)


def _as_word(word: object) -> str:
    if isinstance(word, bool):
        return "yes" if word else "no"
    text = str(word).strip().lower()
    return _BOOLEANS.get(text, text)


def _country(word: object) -> str:
    code = str(word).strip().upper()
    if code not in COUNTRIES:
        detail = f"unknown country {code:.40}; two letters of ISO 3166-1 are expected, such as FR or DE"
        raise BadInput("bad_country", detail, pointer="/purpose/country", allowed=tuple(sorted(COUNTRIES)))
    return code


def _day(word: object) -> date:
    if isinstance(word, date):
        return word
    text = str(word).strip()
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        detail = f"{text:.40} is no date; year-month-day is expected, such as 2026-11-24"
        raise BadInput("bad_date", detail, pointer="/purpose/on") from error


def _escape(name: object) -> str:
    """Escape a name for an RFC 6901 pointer."""
    return str(name)[:40].replace("~", "~0").replace("/", "~1")
