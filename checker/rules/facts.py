"""The closed vocabulary of facts, and which of them may be true for a purpose and a site.

A fact is `field.word`. Each field holds the set of its words that are still possible. An open question is
either every concrete word at once (the worst of them then decides) or, for the fields of `OPEN`, a word of
its own, `unknown`, for which the book has rules that list a condition.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from itertools import product

from checker import words
from checker.model import Purpose
from checker.words import State

FIELDS = tuple(field.name for field in fields(Purpose))
FREE = frozenset({"country", "on"})
OPEN = frozenset(
    {
        "objected",
        "restricted_visibility",
        "account_used",
        "informed",
        "opt_out",
        "suppression_list",
        "within_retention",
        "processor_contract",
        "register_entry",
        "minimised",
        "impact_assessed",
        "interest_assessed",
        "origin_checked",
        "bloctel_screened",
    }
)
ADVERSE = frozenset({"objected", "restricted_visibility", "account_used"})
"""The open questions to which no is the better answer."""

_ENUMS: dict[str, type[StrEnum]] = {
    "channel": words.Channel,
    "recipient": words.Recipient,
    "address": words.Address,
    "relationship": words.Relationship,
    "origin": words.Origin,
    "offer": words.Offer,
    "sector": words.Sector,
    "mode": words.Mode,
}
CLAUSE_FACTS = (
    "automated_access",
    "database_extraction",
    "commercial_reuse",
    "contact_harvesting",
    "third_party_source",
)
SITE_FIELDS = (
    "site.robots_disallows",
    "site.robots_unreadable",
    "site.access_refused",
    "site.barrier",
    "site.login_wall",
    "site.tdm_reserved",
    "site.rsl_prohibits",
    "site.register_prohibits",
    "site.permission",
    "site.permission_limited",
    "site.closed",
    "site.unreadable_signal",
    *(f"terms.{name}" for name in CLAUSE_FACTS),
    "terms.mining_reserved",
    "terms.non_commercial_only",
    "terms.automation",
    "terms.bans",
    "terms.unclear",
    "terms.to_respect",
    "terms.read",
)
DERIVED: dict[str, tuple[str, ...]] = {
    "audience": (
        "consumer",
        "professional",
        "private_address",
        "sole_trader",
        "named_at_organisation",
        "legal_person",
    ),
    "bond": ("none", "other_product", "soft_opt_in", "soft_opt_in_failed", "free_account"),
    "contract": ("current_linked", "former", "none"),
}
BASES: dict[str, tuple[str, ...]] = {
    "audience": ("recipient", "address"),
    "bond": ("relationship", "origin", "similar_to_purchase"),
    "contract": ("relationship", "similar_to_purchase"),
}

Possible = dict[str, frozenset[str]]


def words_of(field: str) -> tuple[str, ...]:
    """Give the words a purpose field, a site field or a derived field may hold; none for free values."""
    if field in FREE:
        return ()
    if field in DERIVED:
        return DERIVED[field]
    return tuple(str(word) for word in _ENUMS.get(field, State))


def concrete(field: str) -> tuple[str, ...]:
    """Give the words of a field that are answers, without `unknown`."""
    return tuple(word for word in words_of(field) if word != "unknown")


def best(field: str) -> str:
    """Give the answer to an open question that can never make things worse."""
    return "no" if field in ADVERSE else "yes"


def is_known_fact(fact: str) -> bool:
    """Tell whether a fact belongs to the vocabulary, so that a rule may use it."""
    field, _, word = fact.rpartition(".")
    if field not in SITE_FIELDS and field not in DERIVED and field not in FIELDS:
        return False
    return word in words_of(field) and (word != "unknown" or field in OPEN or field in SITE_FIELDS)


def bases_of(field: str) -> tuple[str, ...]:
    """Give the purpose fields behind a field of a rule; none for a field of the site."""
    if field in DERIVED:
        return BASES[field]
    return (field,) if field in FIELDS else ()


def possible(purpose: Purpose, site: Mapping[str, State]) -> Possible:
    """Give for each field the words that may be true: one when it is known, several when it is open."""
    told: Possible = {name: _told(name, str(getattr(purpose, name))) for name in FIELDS if name not in FREE}
    told |= {name: frozenset({str(site.get(name, State.NO))}) for name in SITE_FIELDS}
    return derive(told)


def derive(told: Possible) -> Possible:
    """Give the same with the derived fields worked out from their bases."""
    return told | {name: _derived(name, tuple(told[base] for base in BASES[name])) for name in DERIVED}


def _told(field: str, word: str) -> frozenset[str]:
    if word == "unknown" and field not in OPEN:
        return frozenset(concrete(field))
    return frozenset({word})


@cache
def _derived(name: str, sets: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset(_DERIVE[name](*values) for values in product(*sets))


def _audience(recipient: str, address: str) -> str:
    """Who is reached: a one-person firm's generic address still points at a person (rulebook H 10)."""
    if recipient == "consumer":
        return "consumer"
    if address == "private":
        return "private_address"
    if recipient == "sole_trader":
        return "sole_trader"
    if address == "generic":
        return "legal_person"
    return "named_at_organisation" if recipient == "organisation" else "professional"


def _bond(relationship: str, origin: str, similar: str) -> str:
    """How far the exception for one's own customers reaches (CPCE L34-5; rows 7 to 10 of F2)."""
    if relationship == "free_account":
        return "free_account"
    if relationship not in {"customer", "current_contract"}:
        return "none"
    if similar == "no":
        return "other_product"
    return "soft_opt_in" if origin == "given_at_sale" else "soft_opt_in_failed"


def _contract(relationship: str, similar: str) -> str:
    """Whether a call hangs on a current contract and its subject (Code de la consommation L223-1)."""
    if relationship == "current_contract" and similar == "yes":
        return "current_linked"
    return "former" if relationship == "former_customer" else "none"


_DERIVE: dict[str, Callable[..., str]] = {"audience": _audience, "bond": _bond, "contract": _contract}
