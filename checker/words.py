"""The closed words: what an answer, a clause, a purpose and a failure may be called."""

from enum import StrEnum


class Level(StrEnum):
    """How far the use may go, best first; `severity` grows with what stands against it."""

    PERMITTED = "permitted"
    CONDITIONAL = "conditional"
    CONSENT_FIRST = "consent_first"
    UNDETERMINED = "undetermined"
    PROHIBITED = "prohibited"

    @property
    def severity(self) -> int:
        """Give 0 for the best level to 4 for the worst."""
        return list(Level).index(self)

    @staticmethod
    def worst(levels: "list[Level] | tuple[Level, ...]") -> "Level":
        """Give the worst of some levels; `PERMITTED` for none."""
        return max(levels, key=lambda level: level.severity, default=Level.PERMITTED)


class State(StrEnum):
    """A fact is true, false, or nobody could tell; unknown is never no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Question(StrEnum):
    """The three questions that are never merged."""

    COLLECT = "collect"
    CONTACT = "contact"
    KEEP = "keep"


class ClauseKind(StrEnum):
    """What a clause speaks of."""

    AUTOMATED_ACCESS = "automated_access"
    DATABASE_EXTRACTION = "database_extraction"
    COMMERCIAL_REUSE = "commercial_reuse"
    CONTACT_HARVESTING = "contact_harvesting"
    TEXT_DATA_MINING = "text_data_mining"
    CIRCUMVENTION = "circumvention"
    REPRODUCTION = "reproduction"
    REUSE_PERMISSION = "reuse_permission"
    THIRD_PARTY_SOURCE = "third_party_source"


class Effect(StrEnum):
    """What a clause does."""

    PROHIBITS = "prohibits"
    CONDITIONAL = "conditional"
    PERMITS = "permits"


class Condition(StrEnum):
    """On what a conditional clause depends."""

    WRITTEN_PERMISSION = "written_permission"
    ROBOTS_TXT = "robots_txt"
    API_ONLY = "api_only"
    SEARCH_ENGINES_ONLY = "search_engines_only"
    NON_COMMERCIAL = "non_commercial"
    ATTRIBUTION = "attribution"
    LAW = "law"
    OTHER = "other"


class Strength(StrEnum):
    """How directly the words say it."""

    EXPLICIT = "explicit"
    INDIRECT = "indirect"


class Binds(StrEnum):
    """Whom a clause addresses."""

    VISITORS = "visitors"
    MEMBERS = "members"
    API_USERS = "api_users"
    UNKNOWN = "unknown"


class CheckStatus(StrEnum):
    """Where a check stands."""

    QUEUED = "queued"
    FETCHING = "fetching"
    ANALYSING = "analysing"
    COMPLETED = "completed"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Tell whether nothing more will happen by itself."""
        return self in {CheckStatus.COMPLETED, CheckStatus.PARTIAL, CheckStatus.FAILED, CheckStatus.CANCELLED}


class Role(StrEnum):
    """Why something was asked for."""

    ROBOTS = "robots"
    PAGE = "page"
    HOME = "home"
    WELL_KNOWN = "well_known"
    HUB = "hub"
    TERMS = "terms"
    SUPPLIED = "supplied"


class Cause(StrEnum):
    """Why something could not be read."""

    BAD_URL = "bad_url"
    NOT_PUBLIC = "not_public"
    BAD_PORT = "bad_port"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    BAD_ENCODING = "bad_encoding"
    HTTP_STATUS = "http_status"
    CHALLENGE = "challenge"
    LOGIN_WALL = "login_wall"
    EMPTY_SHELL = "empty_shell"
    NOT_TEXT = "not_text"
    SCANNED_PDF = "scanned_pdf"
    UNKNOWN_LANGUAGE = "unknown_language"
    ROBOTS_DISALLOWED = "robots_disallowed"
    OPTED_OUT = "opted_out"
    NOT_TERMS = "not_terms"
    LIMIT_REACHED = "limit_reached"
    PARSER_STOPPED = "parser_stopped"


class Channel(StrEnum):
    """By which way people would be contacted."""

    EMAIL = "email"
    SMS = "sms"
    AUTOMATED_CALL = "automated_call"
    PHONE = "phone"
    POST = "post"
    SOCIAL_MESSAGE = "social_message"
    AUTOMATED_SOCIAL_MESSAGE = "automated_social_message"
    NONE = "none"


class Recipient(StrEnum):
    """Who would be contacted."""

    CONSUMER = "consumer"
    PROFESSIONAL = "professional"
    SOLE_TRADER = "sole_trader"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Address(StrEnum):
    """What kind of address or number is used."""

    WORK = "work"
    PRIVATE = "private"
    GENERIC = "generic"
    UNKNOWN = "unknown"


class Relationship(StrEnum):
    """What the recipient already is to the sender."""

    NONE = "none"
    CUSTOMER = "customer"
    FORMER_CUSTOMER = "former_customer"
    CURRENT_CONTRACT = "current_contract"
    FREE_ACCOUNT = "free_account"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Where the address comes from."""

    THIS_SITE = "this_site"
    GIVEN_AT_SALE = "given_at_sale"
    GIVEN = "given"
    BOUGHT = "bought"
    UNKNOWN = "unknown"


class Offer(StrEnum):
    """Whether the message sells, directly or indirectly (CPCE L34-5)."""

    COMMERCIAL = "commercial"
    NON_COMMERCIAL = "non_commercial"


class Sector(StrEnum):
    """Sectors in which canvassing itself is restricted."""

    OTHER = "other"
    ENERGY_RENOVATION = "energy_renovation"
    HOME_ADAPTATION = "home_adaptation"
    TRAINING_ACCOUNT = "training_account"


class Mode(StrEnum):
    """Which reading of the consent rule is applied to professionals."""

    STRICT = "strict"
    CNIL_B2B = "cnil_b2b"
