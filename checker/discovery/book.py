"""What the discovery data say: words by language, weights of links, hosts and their groups, the register."""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from checker.discovery.folding import fold, is_unspaced, spellings
from checker.discovery.register import Register


class Kind(StrEnum):
    """What the words of a link announce."""

    TERMS_OF_USE = "terms_of_use"
    GENERAL_TERMS = "general_terms"
    SALE = "sale"
    SUPPLEMENTARY = "supplementary"
    COMMERCIAL = "commercial"
    DEVELOPER = "developer"
    SELLER = "seller"
    LEGAL_NOTICE = "legal_notice"
    HUB = "hub"
    ACCEPTABLE_USE = "acceptable_use"
    CONDUCT = "conduct"
    LICENCE = "licence"
    OTHER = "other"
    NONE = ""


GENERIC = frozenset({Kind.TERMS_OF_USE, Kind.GENERAL_TERMS})
TERMS = GENERIC | {
    Kind.SALE,
    Kind.SUPPLEMENTARY,
    Kind.COMMERCIAL,
    Kind.DEVELOPER,
    Kind.SELLER,
    Kind.ACCEPTABLE_USE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWords:
    """Words of one language beside the phrases.

    `whole` are phrases that count only where they stand alone, `drop` words that make something else of
    terms, `filler` words that change nothing, `joins` words between the names of two documents, `notes` what
    links tell screen readers about themselves. `endings` are last parts of compounds that make terms of
    whatever stands before (`-voorwaarden`), except the first parts in `not_before` (`garantie-`).
    """

    whole: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()
    sign_up: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    special: dict[Kind, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentWords:
    """Words by which a document of one language is recognised, or known to be none."""

    contract: tuple[str, ...]
    modal: tuple[str, ...]
    title: tuple[str, ...]
    privacy: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    not_found: tuple[str, ...] = ()
    challenge: tuple[str, ...] = ()
    login: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyWords:
    """Sentences that name the contracting party; `{name}` stands for the name."""

    patterns: tuple[str, ...]
    role: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedenceWords:
    """Sentences that say which language binds, and how links to the other version are worded."""

    patterns: tuple[str, ...]
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Probes:
    """Paths that are tried where no link was found, in order, and the country domains they belong to."""

    paths: tuple[str, ...]
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A link text and the class it must be given; an empty class: it must not be taken for terms."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All words of one language."""

    language: str
    read_by: str
    links: dict[Kind, tuple[str, ...]]
    words: LinkWords
    content: ContentWords
    probes: Probes
    examples: tuple[Example, ...]
    paths: dict[Kind, tuple[str, ...]] = field(default_factory=dict)
    party: PartyWords = PartyWords(patterns=())
    precedence: PrecedenceWords = PrecedenceWords(patterns=())


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWeight:
    """The points of a class of links and the Open Terms Archive name of what it leads to."""

    weight: float
    document_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentLimits:
    """What a text must have at least to count as terms or as an imprint."""

    min_words: int
    min_words_unspaced: int
    min_different: int
    min_density: float
    min_modal: float
    imprint_words: int
    imprint_different: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How links are weighed, in points."""

    classes: dict[Kind, KindWeight]
    evidence: dict[str, float]
    regions: dict[str, float]
    content: ContentLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """Registrable domains by what their links mean on other people's pages, and words of addresses."""

    platforms: frozenset[str]
    hosting: frozenset[str]
    groups: tuple[frozenset[str], ...]
    sections: frozenset[str]
    sitemap_pages: frozenset[str]
    sitemap_items: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a phrase means in one language; `rank` is its place in the file, the best first."""

    language: str
    kind: Kind
    whole: bool
    rank: int


_SAME_WORDS = {"nb": "no", "nn": "no", "sr": "hr", "bs": "hr", "ca": "es", "gl": "es"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryBook:
    """Everything discovery knows, its words folded and joined over all languages."""

    languages: MappingProxyType[str, Language]
    ranking: Ranking
    hosts: Hosts
    register: Register
    phrases: MappingProxyType[str, tuple[Meaning, ...]]
    unspaced: tuple[tuple[str, Meaning], ...]
    path_words: MappingProxyType[str, Kind]
    drop: frozenset[str]
    filler: frozenset[str]
    fillers: MappingProxyType[str, frozenset[str]]
    here: frozenset[str]
    joins: frozenset[str]
    notes: tuple[str, ...]
    special: MappingProxyType[str, Kind]
    endings: tuple[str, ...]
    not_before: tuple[str, ...]
    sign_up: tuple[str, ...]
    longest: int

    def filler_for(self, languages: frozenset[str]) -> frozenset[str]:
        """Give the words that change nothing in some languages and in English; in all if one is unknown."""
        if not languages <= self.languages.keys():
            return self.filler
        return frozenset().union(*(self.fillers[one] for one in languages | {"en"}))

    def words_of(self, language: str) -> Language | None:
        """Give the words of a language by its tag (`fr`, `fr-BE`, `nb`); nothing where we have none."""
        primary = language.lower().replace("_", "-").partition("-")[0]
        return self.languages.get(_SAME_WORDS.get(primary, primary))


def compile_book(
    languages: tuple[Language, ...], ranking: Ranking, hosts: Hosts, register: Register
) -> DiscoveryBook:
    """Give the book of some languages; English comes first where two languages disagree on a phrase."""
    ordered = sorted(languages, key=lambda one: (one.language != "en", one.language))
    phrases, unspaced = _phrases(ordered)
    return DiscoveryBook(
        languages=MappingProxyType({one.language: one for one in ordered}),
        ranking=ranking,
        hosts=hosts,
        register=register,
        phrases=MappingProxyType(phrases),
        unspaced=unspaced,
        path_words=MappingProxyType(_path_words(ordered, phrases)),
        drop=frozenset(fold(word) for one in ordered for word in one.words.drop),
        filler=frozenset(fold(word) for one in ordered for word in one.words.filler),
        fillers=MappingProxyType(
            {one.language: frozenset(fold(word) for word in one.words.filler) for one in ordered}
        ),
        here=frozenset(fold(word) for one in ordered for word in one.words.here),
        joins=frozenset(fold(word) for one in ordered for word in one.words.joins),
        notes=tuple(fold(note) for one in ordered for note in one.words.notes),
        special=MappingProxyType(_special(ordered)),
        endings=tuple(fold(part) for one in ordered for part in one.words.endings),
        not_before=tuple(fold(part) for one in ordered for part in one.words.not_before),
        sign_up=tuple(dict.fromkeys(fold(word) for one in ordered for word in one.words.sign_up)),
        longest=max(len(phrase.split()) for phrase in phrases),
    )


def _phrases(
    languages: list[Language],
) -> tuple[dict[str, tuple[Meaning, ...]], tuple[tuple[str, Meaning], ...]]:
    spaced: dict[str, tuple[Meaning, ...]] = {}
    unspaced: list[tuple[str, Meaning]] = []
    for one in languages:
        whole = {fold(phrase) for phrase in one.words.whole}
        joins = {fold(word) for word in one.words.joins}
        for kind, texts in one.links.items():
            for rank, text in enumerate(texts):
                for phrase in _with_ampersand(spellings(text), joins):
                    meaning = Meaning(language=one.language, kind=kind, whole=fold(text) in whole, rank=rank)
                    spaced[phrase] = (*spaced.get(phrase, ()), meaning)
                    if is_unspaced(phrase):
                        unspaced.append((phrase, meaning))
    return spaced, tuple(sorted(unspaced, key=lambda pair: -len(pair[0])))


def _with_ampersand(phrases: tuple[str, ...], joins: set[str]) -> tuple[str, ...]:
    """Give phrases, and how they read where `&` (folded to "and") stands for the language's own "and"."""
    signed = (" ".join("and" if word in joins else word for word in one.split()) for one in phrases)
    return tuple(dict.fromkeys((*phrases, *signed)))


def _path_words(languages: list[Language], phrases: dict[str, tuple[Meaning, ...]]) -> dict[str, Kind]:
    """Give the words of addresses: those listed, and every phrase, spaced or run together."""
    words = {fold(text): kind for one in languages for kind, texts in one.paths.items() for text in texts}
    for phrase, meanings in phrases.items():
        words.setdefault(phrase, meanings[0].kind)
        if " " in phrase and len(phrase) >= _LEAST_RUN_TOGETHER:
            words.setdefault(phrase.replace(" ", ""), meanings[0].kind)
    return words


_LEAST_RUN_TOGETHER = 8


def _special(languages: list[Language]) -> dict[str, Kind]:
    special: dict[str, Kind] = {}
    for one in languages:
        for kind, words in one.words.special.items():
            for word in words:
                special.setdefault(fold(word), kind)
    return special
