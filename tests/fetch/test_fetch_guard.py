"""Addresses at both sides of every boundary, and against two guards that others keep."""

import random
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from AntiSSRF import IPAddressRanges
from hypothesis import given
from hypothesis import strategies as st
from ssrfguard import DEFAULT_DENIED

from checker.fetch.guard import DENY, all_public, is_public

INSIDE_AND_OUTSIDE = [
    ("0.255.255.255", "1.0.0.0"),
    ("10.0.0.0", "9.255.255.255"),
    ("10.255.255.255", "11.0.0.0"),
    ("100.64.0.0", "100.63.255.255"),
    ("100.127.255.255", "100.128.0.0"),
    ("127.0.0.0", "126.255.255.255"),
    ("127.255.255.255", "128.0.0.0"),
    ("168.63.129.16", "168.63.129.15"),
    ("168.63.129.16", "168.63.129.17"),
    ("169.254.0.0", "169.253.255.255"),
    ("169.254.169.254", "169.255.0.0"),
    ("172.16.0.0", "172.15.255.255"),
    ("172.31.255.255", "172.32.0.0"),
    ("192.0.0.0", "191.255.255.255"),
    ("192.0.0.255", "192.0.1.0"),
    ("192.0.2.0", "192.0.1.255"),
    ("192.0.2.255", "192.0.3.0"),
    ("192.31.196.0", "192.31.195.255"),
    ("192.52.193.255", "192.52.194.0"),
    ("192.88.99.0", "192.88.98.255"),
    ("192.168.0.0", "192.167.255.255"),
    ("192.168.255.255", "192.169.0.0"),
    ("192.175.48.255", "192.175.49.0"),
    ("198.18.0.0", "198.17.255.255"),
    ("198.19.255.255", "198.20.0.0"),
    ("198.51.100.255", "198.51.101.0"),
    ("203.0.113.0", "203.0.112.255"),
    ("224.0.0.0", "223.255.255.255"),
    ("2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::"),
    ("2001:db8::", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::"),
    ("2002::", "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::"),
    ("2620:4f:8000::", "2620:4f:7fff:ffff:ffff:ffff:ffff:ffff"),
    ("1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2000::"),
    ("3fff::", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::"),
    ("4000::", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
]


@pytest.mark.parametrize(("inside", "outside"), INSIDE_AND_OUTSIDE)
def test_both_sides_of_each_boundary(inside: str, outside: str) -> None:
    assert not is_public(inside)
    assert is_public(outside)


@pytest.mark.parametrize(
    "text",
    [
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.216.34",
        "::ffff:0:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "100::1",
        "2001::1",
        "2002:7f00:1::",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "2606:2800:220:1:248:1893:25c8:1946%eth0",
        "fec0::1",
        "ff02::1",
        "",
        "localhost",
        "0177.0.0.1",
        "127.1",
        "93.184.216.34.",
        "93.184.216.34:80",
        "2130706433",
    ],
)
def test_what_is_not_public_or_no_address(text: str) -> None:
    assert not is_public(text)


def test_one_bad_answer_spoils_them_all() -> None:
    assert all_public(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
    assert not all_public(["93.184.216.34", "10.0.0.1"])


# Reviewed: what others refuse and we allow. Nothing yet: an addition needs its reason here.
EXCEPTIONS: tuple[str, ...] = ()

_MICROSOFT = [ip_network(text) for text in IPAddressRanges.recommended_latest]


def _refused_by_others(ip: IPv4Address | IPv6Address) -> bool:
    if any(ip in network for network in _MICROSOFT if network.version == ip.version):
        return True
    return DEFAULT_DENIED.classify(ip).blocked


def _edges() -> list[IPv4Address | IPv6Address]:
    networks = [*DENY, *_MICROSOFT, *(block.network for block in DEFAULT_DENIED.blocks)]
    values = {
        (network.version, int(edge) + step)
        for network in networks
        for edge in (network.network_address, network.broadcast_address)
        for step in (-1, 0, 1)
    }
    makers = {4: (IPv4Address, 2**32), 6: (IPv6Address, 2**128)}
    return [makers[version][0](value) for version, value in sorted(values) if 0 <= value < makers[version][1]]


def test_what_others_refuse_is_refused_at_every_edge() -> None:
    edges = _edges()
    assert len(edges) > 200
    assert [str(ip) for ip in edges if _refused_by_others(ip) and is_public(str(ip))] == list(EXCEPTIONS)


@given(
    st.one_of(
        st.ip_addresses(v=4),
        st.ip_addresses(v=6),
        st.integers(2**125, 2**126 - 1).map(IPv6Address),
    )
)
def test_what_others_refuse_is_refused_anywhere(ip: IPv4Address | IPv6Address) -> None:
    assert not (_refused_by_others(ip) and is_public(str(ip)))


def test_ordinary_addresses_are_allowed() -> None:
    chance = random.Random(1)
    known = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4007::200e"]
    assert all(is_public(text) for text in known)
    drawn = [str(ip_address(chance.randrange(2**32))) for _ in range(2000)]
    assert 1600 < sum(is_public(text) for text in drawn) < 2000
