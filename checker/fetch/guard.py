"""Which IP addresses are public: an explicit table, because `ipaddress` answers change between releases.

Sources: the IANA special-purpose address registries, and two addresses that clouds use for themselves.
"""

from collections.abc import Sequence
from ipaddress import AddressValueError, IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

GLOBAL_UNICAST = IPv6Network("2000::/3")
DENY = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by carriers; metadata of one cloud
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # inner services of one cloud
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; metadata of one cloud
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # automatic multicast tunnelling
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "2001::/23",  # Teredo, benchmarks, ORCHID and other assignments
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)


def is_public(text: str) -> bool:
    """Tell whether an IP address belongs to the public internet; a text that is none does not."""
    try:
        ip = ip_address(text)
    except (AddressValueError, ValueError):
        return False
    if isinstance(ip, IPv6Address) and (ip.scope_id or ip not in GLOBAL_UNICAST):
        return False
    return not _is_denied(ip)


def all_public(addresses: Sequence[str]) -> bool:
    """Tell whether every address is public: one bad answer spoils them all."""
    return all(is_public(address) for address in addresses)


def _is_denied(ip: IPv4Address | IPv6Address) -> bool:
    return any(ip in network for network in DENY)
