"""Garde-fou: what a site says about taking contacts from it, and what the law says about writing to them."""

__version__ = "0.1.0"
