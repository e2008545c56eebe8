"""What is asked: an address and a purpose."""

from dataclasses import dataclass
from datetime import date

from checker import words
from checker.words import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A public web address that can no longer be malformed; `typed` is what the person wrote."""

    url: str
    host: str
    typed: str
    scheme_given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What the contacts are wanted for; every field has fixed words and an honest default."""

    channel: words.Channel = words.Channel.EMAIL
    recipient: words.Recipient = words.Recipient.PROFESSIONAL
    address: words.Address = words.Address.WORK
    relationship: words.Relationship = words.Relationship.NONE
    origin: words.Origin = words.Origin.THIS_SITE
    offer: words.Offer = words.Offer.COMMERCIAL
    sector: words.Sector = words.Sector.OTHER
    country: str = "FR"
    personal_data: State = State.YES
    related_to_profession: State = State.UNKNOWN
    similar_to_purchase: State = State.UNKNOWN
    consent_proven: State = State.UNKNOWN
    objected: State = State.UNKNOWN
    restricted_visibility: State = State.UNKNOWN
    account_used: State = State.UNKNOWN
    informed: State = State.UNKNOWN
    opt_out: State = State.UNKNOWN
    suppression_list: State = State.UNKNOWN
    within_retention: State = State.UNKNOWN
    processor_contract: State = State.UNKNOWN
    register_entry: State = State.UNKNOWN
    minimised: State = State.UNKNOWN
    impact_assessed: State = State.UNKNOWN
    interest_assessed: State = State.UNKNOWN
    origin_checked: State = State.UNKNOWN
    bloctel_screened: State = State.UNKNOWN
    mode: words.Mode = words.Mode.STRICT
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """One question: this address, for this purpose."""

    target: Target
    purpose: Purpose
