"""Web addresses: made strict, taken out of what people paste, compared by site.

Strictness (which schemes, ports, names and characters) follows section 3.4 and the decisions of the
project's security notes; names follow UTS #46 and IDNA 2008 (RFC 5891), splitting follows RFC 3986,
special names RFC 6761 and its registry, sites the Public Suffix List.
"""

import ipaddress
import re
import unicodedata
from functools import cache
from typing import NoReturn
from urllib.parse import quote, urljoin, urlsplit

import idna
from publicsuffixlist import PublicSuffixList
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from checker.errors import BadInput, Refused
from checker.model import Target
from checker.words import Cause

MAX_URL = 2048
MAX_HOST = 253
MAX_PASTED = 10_000
PORTS = {80, 443, 8080, 8443}
DEFAULT_PORTS = {"http": 80, "https": 443}
SPECIAL_NAMES = frozenset(
    {"alt", "arpa", "corp", "example", "home", "i2p", "internal", "intranet", "invalid", "lan", "local"}
    | {"localdomain", "localhost", "mail", "onion", "private", "test"}
)

_CAUSES = {"ip_literal": Cause.NOT_PUBLIC, "special_name": Cause.NOT_PUBLIC, "bad_port": Cause.BAD_PORT}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"(?:localhost|(?=[^/?#:@\s]*\.)[^/?#:@\s]+):[0-9]*(?:[/?#]|$)", re.IGNORECASE)
_PARTS = re.compile(r"([^:]+):(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.DOTALL)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ASCII_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


class _Fault(Refused):
    """A refusal with the finer reason that a person is told."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(_CAUSES.get(reason, Cause.BAD_URL), detail)
        self.reason = reason


def clean(text: str, base: str = "", *, known_hosts: frozenset[str] = frozenset()) -> str:
    """Give the one absolute spelling of an address, joined to `base` if there is one, without fragment.

    A missing scheme without `base` means https. Special names in `known_hosts` pass. Raises only `Refused`.
    """
    try:
        return _rebuilt(*_parts(_joined(text.strip(), base)), known_hosts)
    except (ValueError, LocationParseError) as error:
        raise _Fault("bad_url", "This address cannot be read.") from error


def origin(url: str) -> str:
    """Give scheme, host and any unusual port (RFC 6454) of an address; raises `Refused` if it has none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _Fault("bad_url", "This address cannot be read.") from error
    if not host or parts.scheme not in DEFAULT_PORTS:
        raise _Fault("bad_url", "This address has no origin.")
    shown = "" if port in (None, DEFAULT_PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{host}{shown}"


def site_of(host: str) -> str:
    """Give the registrable domain of a host name, or the host itself where it has none."""
    name = host.lower().rstrip(".")
    return _suffixes().privatesuffix(name) or name


def same_site(a: str, b: str) -> bool:
    """Tell whether two host names belong to one registrable domain."""
    return site_of(a) == site_of(b)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _joined(text: str, base: str) -> str:
    if base:
        return urljoin(base, text)
    if text.startswith("//"):
        return f"https:{text}"
    if _SCHEME.match(text) and not _HOST_AND_PORT.match(text):
        return text
    return f"https://{text}"


def _parts(url: str) -> tuple[str, str, str, str]:
    """Give scheme, authority, path and query; what two parsers may read differently is refused here."""
    if len(url) > MAX_URL:
        raise _Fault("too_long", f"The address is longer than {MAX_URL} characters.")
    match = _PARTS.fullmatch(url)
    if match is None or any(unicodedata.category(letter) == "Cc" for letter in url):
        raise _Fault("bad_url", "The address holds control characters or has no scheme.")
    scheme, authority, path, query = (part or "" for part in match.groups())
    if scheme.lower() not in DEFAULT_PORTS:
        raise _Fault("bad_scheme", "Only http and https addresses are read.")
    if "\\" in authority + path:
        raise _Fault("bad_url", "The address holds a backslash.")
    return scheme.lower(), authority, path, query


def _rebuilt(scheme: str, authority: str, path: str, query: str, known_hosts: frozenset[str]) -> str:
    host, port = _host_and_port(authority, scheme)
    host = _host(host, known_hosts)
    shown = "" if port == DEFAULT_PORTS[scheme] else f":{port}"
    tail = f"?{_quoted(query)}" if query else ""
    parsed = parse_url(f"{scheme}://{host}{shown}{_quoted(path) or '/'}{tail}")
    url = parsed.url
    again = urlsplit(url)
    expected = (scheme, host, port)
    for read in ((parsed.scheme, parsed.host, parsed.port), (again.scheme, again.hostname, again.port)):
        if (read[0], read[1], read[2] or DEFAULT_PORTS[scheme]) != expected:
            raise _Fault("bad_url", "Two readers of this address do not agree on its host.")
    if len(url) > MAX_URL:
        raise _Fault("too_long", f"The address is longer than {MAX_URL} characters.")
    return url


def _quoted(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe="/?%:@!$&'()*+,;=~")


def _host_and_port(authority: str, scheme: str) -> tuple[str, int]:
    if "@" in authority:
        raise _Fault("userinfo", "The address holds a user name or a password.")
    if "[" in authority or "]" in authority:
        raise _Fault("ip_literal", "Enter a domain name instead of an IP address.")
    if "%" in authority or any(_is_invisible(letter) for letter in authority):
        raise _Fault("bad_host", "The host name holds characters that a name cannot have.")
    host, _, digits = authority.partition(":")
    if not digits:
        return host, DEFAULT_PORTS[scheme]
    if not re.fullmatch("[0-9]{1,5}", digits) or int(digits) not in PORTS:
        raise _Fault("bad_port", "Only the ports 80, 443, 8080 and 8443 are read.")
    return host, int(digits)


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}


def _host(name: str, known_hosts: frozenset[str]) -> str:
    """Give a host name in ASCII and lower case; a refusal if it is a number, special or malformed."""
    try:
        host = idna.uts46_remap(name, std3_rules=False).removesuffix(".")
        labels = host.split(".")
        if _NUMBER.fullmatch(labels[-1]):
            raise _Fault("ip_literal", "Enter a domain name instead of an IP address.")
        if labels[-1] in SPECIAL_NAMES and host not in known_hosts:
            raise _Fault("special_name", "This name is not one of the public internet.")
        host = ".".join(_label(label) for label in labels)
    except idna.IDNAError as error:
        raise _Fault("bad_host", "The host name is not a valid domain name.") from error
    if len(labels) < 2 or len(host) > MAX_HOST or "_" in "".join(labels[-2:]):
        raise _Fault("bad_host", "The host name is not a full domain name.")
    return host


def _label(label: str) -> str:
    if not label.isascii():
        return idna.alabel(label).decode("ascii")
    if label.startswith("xn--"):
        idna.ulabel(label)
    if not _ASCII_LABEL.fullmatch(label):
        raise _Fault("bad_host", "The host name is not a valid domain name.")
    return label


# What people paste.

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_BETWEEN = re.compile(r'\]\(|[\s<>"“”„«»`]+')
_SLIPPED_SCHEME = re.compile(r'(?<![^\s<>"“«(\[])(https?)(?::\s*[/\\]{0,3}\s*|//)', re.IGNORECASE)
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?=\S)", re.IGNORECASE)
_EMAIL = re.compile(r"(?:mailto:)?[^@/:?#\s]+@([^@/:?#\s]+)(?:\?.*)?", re.IGNORECASE)
_BARE_HOST = re.compile(r"((?:[\w-]+\.)+[\w-]+)\.?(?::[0-9]+)?(?:[/?#].*)?")
_OPENING = "([{'‘’*,;"
_CLOSING = ")]}'‘’*.,;:!?…"


def target(typed: str, known_hosts: frozenset[str] = frozenset()) -> Target:
    """Give the one address in what a person typed or pasted; an e-mail address gives its domain.

    Hosts in `known_hosts` are exempt from the refusal of special names. Raises `BadInput` with the pointer
    `/url` and one of the codes empty, no_address, several_addresses, bad_scheme, ip_literal, userinfo,
    bad_port, special_name, bad_host, too_long, bad_url.
    """
    token, scheme_given = _only_address(_pasted(typed), known_hosts)
    try:
        url = clean(token, known_hosts=known_hosts)
    except _Fault as fault:
        raise BadInput(fault.reason, fault.detail, pointer="/url") from fault
    return Target(url=url, host=urlsplit(url).hostname or "", typed=typed, scheme_given=scheme_given)


def _pasted(typed: str) -> list[str]:
    """Give the words of a pasted text, without what wraps them."""
    if len(typed) > MAX_PASTED:
        _bad("too_long", f"The text is longer than {MAX_PASTED} characters.")
    text = _UNSEEN.sub("", typed).strip()
    if not text:
        _bad("empty", "No address was given.")
    mended = _SLIPPED_SCHEME.sub(r"\1://", text)
    return [word for part in _BETWEEN.split(mended) if (word := _unwrapped(part))]


def _unwrapped(word: str) -> str:
    word = word.lstrip(_OPENING)
    while word and word[-1] in _CLOSING:
        opening = {")": "(", "]": "[", "}": "{"}.get(word[-1])
        if opening and word.count(opening) >= word.count(word[-1]):
            break
        word = word[:-1]
    return word


def _only_address(words: list[str], known_hosts: frozenset[str]) -> tuple[str, bool]:
    """Give the only address among some words and whether its scheme was written."""
    if len(words) == 1:
        found = [_single(words[0])]
    else:
        found = [address for word in words if (address := _in_text(word, known_hosts))]
    if not found:
        _bad("no_address", "No web address was found in this text.")
    if len({_identity(address, known_hosts) for address in found}) > 1:
        _bad("several_addresses", "More than one web address was found in this text.")
    given = [
        address for address in found if _WITH_SCHEME.match(address) and not _HOST_AND_PORT.match(address)
    ]
    return (given or found)[0], bool(given)


def _single(word: str) -> str:
    """Give the address that a word standing alone is meant as."""
    if match := _EMAIL.fullmatch(word):
        return match[1]
    if ":" in word and _is_ip(word):
        return f"[{word}]"
    if (
        "." not in word
        and ":" not in word
        and not _NUMBER.fullmatch(word)
        and word.lower() not in SPECIAL_NAMES
    ):
        _bad("no_address", "This is not a web address.")
    return word


def _in_text(word: str, known_hosts: frozenset[str]) -> str:
    """Give the address that a word within a text is, or nothing."""
    if match := _EMAIL.fullmatch(word):
        return match[1]
    if _WITH_SCHEME.match(word) and "://" in word:
        return word
    match = _BARE_HOST.fullmatch(word)
    if match and (match[1].lower() in known_hosts or _is_ip(match[1]) or _has_known_ending(match[1])):
        return word
    return ""


def _has_known_ending(host: str) -> bool:
    return _suffixes().publicsuffix(host.lower(), accept_unknown=False) is not None


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _identity(address: str, known_hosts: frozenset[str]) -> str:
    """Give what makes two spellings the same address: all but the scheme."""
    try:
        return clean(address, known_hosts=known_hosts).partition("://")[2]
    except Refused:
        return address


def _bad(code: str, detail: str) -> NoReturn:
    raise BadInput(code, detail, pointer="/url")
