"""A sentence of ours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One sentence of ours, in both languages of the interface."""

    fr: str
    en: str
