"""RFC 9309 behaviour of the robots command: the answer and the line that decided, written out."""

import base64
import json
from pathlib import Path

import pytest

from checker.signals.robots import Source, answer

BOM = "\ufeff"
A = "User-agent: a\n"
TWO = "User-agent: *\nDisallow: /\n\nUser-agent: {}\nDisallow:\n"
LONGEST = "User-agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n"

# (file, agent, path, line that disallows) or, with a minus, the line that allows; None where no rule decides.
VECTORS = {
    "longest match, disallow": (LONGEST, "foobot", "/example/page/disallowed.gif", 3),
    "longest match, allow": (LONGEST, "foobot", "/example/page/x.gif", -2),
    "equal length, allow last": (A + "Disallow: /x\nAllow: /x\n", "a", "/x", -3),
    "equal length, allow first": (A + "Allow: /x\nDisallow: /x\n", "a", "/x", -2),
    "same rule twice, the first line": (A + "Disallow: /x\nDisallow: /x\n", "a", "/x", 2),
    "empty file": ("", "a", "/", None),
    "no group for us": (A + "Disallow: /\n", "b", "/", None),
    "own group hides the star group": (TWO.format("a"), "a", "/x", None),
    "star group": (TWO.format("a"), "b", "/x", 2),
    "substring of a name": (TWO.format("bot"), "foobot", "/x", 2),
    "prefix of a name": (TWO.format("Foo"), "FooBot", "/x", 2),
    "name longer than the agent": (TWO.format("FooBot"), "Foo", "/x", 2),
    "agent with version": (A + "Disallow: /\n", "a/1.0", "/x", 2),
    "agent with comment": (A + "Disallow: /\n", "a (+https://a.example/bot)", "/x", 2),
    "agent as browsers write": (
        A + "Disallow: /\n",
        "Mozilla/5.0 (compatible; a/1.0; +https://a.example)",
        "/x",
        2,
    ),
    "agent among tokens": (
        A + "Disallow: /\n",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; a/2.1) Chrome/1.0",
        "/x",
        2,
    ),
    "agent in other case": ("User-agent: FOOBOT\nDisallow: /\n", "fooBot", "/x", 2),
    "version in the file": ("User-agent: foo/2.0\nDisallow: /\n", "Foo", "/x", 2),
    "words after the name in the file": ("User-agent: foo bar\nDisallow: /\n", "Foo", "/x", 2),
    "words without version are no token": (
        "User-agent: figtree\nDisallow: /\n",
        "FigTree Robot lib/5.0",
        "/x",
        None,
    ),
    "wildcard in the name": ("User-agent: foo*\nDisallow: /\n", "foo*bot", "/x", 2),
    "star with a remark": ("User-agent: * all of you\nDisallow: /\n", "b", "/x", 2),
    "star glued to a name is no star": ("User-agent: *foo\nDisallow: /\n", "b", "/x", None),
    "digits are part of a name": ("User-agent: MJ12bot\nDisallow: /\n", "MJ12bot/v1.4.8", "/x", 2),
    "AI2Bot is not AI": ("User-agent: AI2Bot\nDisallow: /\n", "AI", "/x", None),
    "AI is not AI2Bot": ("User-agent: AI\nDisallow: /\n", "AI2Bot", "/x", None),
    "groups of one name are one": (
        A + "Disallow: /x\nUser-agent: b\nDisallow: /\n\nUser-agent: a\nDisallow: /y\n",
        "a",
        "/y",
        7,
    ),
    "several star groups are one": (
        "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n\nUser-agent: *\nDisallow: /x\n",
        "b",
        "/x",
        6,
    ),
    "two names, one group": ("User-agent: a\nUser-agent: b\nDisallow: /x\n", "a", "/x", 3),
    "blank line between names": ("User-agent: a\n\nUser-agent: b\nDisallow: /x\n", "a", "/x", 4),
    "signal between names": (
        "User-agent: a\nContent-Signal: search=yes\nUser-agent: b\nDisallow: /x\n",
        "a",
        "/x",
        4,
    ),
    "licence between names": (
        "User-agent: a\nLicense: https://s.example/l\nUser-agent: b\nDisallow: /x\n",
        "a",
        "/x",
        4,
    ),
    "delay between names": ("User-agent: a\nCrawl-delay: 5\nUser-agent: b\nDisallow: /x\n", "a", "/x", 4),
    "sitemap between names": ("User-agent: a\nSitemap: /s.xml\nUser-agent: b\nDisallow: /x\n", "a", "/x", 4),
    "empty rule ends the names": ("User-agent: a\nDisallow:\nUser-agent: b\nDisallow: /x\n", "a", "/x", None),
    "rule before any group": ("Disallow: /x\n" + A + "Disallow: /y\n", "a", "/x", None),
    "empty disallow is no rule": (A + "Disallow:\n", "a", "/x", None),
    "empty allow is no rule": (A + "Allow:\nDisallow: /p\n", "a", "/p", 3),
    "path in other case": (A + "Disallow: /X\n", "a", "/x", None),
    "rule without slash": (A + "Disallow: x\n", "a", "/x", None),
    "prefix": (A + "Disallow: /fish\n", "a", "/fishheads/yummy.html", 2),
    "star": (A + "Disallow: /this/*/exactly\n", "a", "/this/is/exactly", 2),
    "star needs both slashes": (A + "Disallow: /this/*/exactly\n", "a", "/this/exactly", None),
    "star first": (A + "Disallow: *.php\n", "a", "/x/y.php?z", 2),
    "stars in a row": (A + "Disallow: /**//x\n", "a", "/a//x", 2),
    "star takes the longest way": (A + "Disallow: /*ab$\n", "a", "/abab", 2),
    "end": (A + "Disallow: /*.gif$\n", "a", "/x.gif", 2),
    "end not reached": (A + "Disallow: /*.gif$\n", "a", "/x.gif?y", None),
    "parts may not overlap": (A + "Disallow: /ab*ba$\n", "a", "/aba", None),
    "dollar inside is a letter": (A + "Disallow: /a$b\n", "a", "/a$b", 2),
    "dollar inside is no end": (A + "Disallow: /a$b\n", "a", "/a", None),
    "escaped star is a letter": (A + "Disallow: /a%2Ab\n", "a", "/axb", None),
    "escaped star meets a star": (A + "Disallow: /a%2Ab\n", "a", "/a*b", 2),
    "escaped dollar is a letter": (A + "Disallow: /a%24\n", "a", "/a", None),
    "escapes of letters": (A + "Disallow: /foo/bar/%62%61%7A\n", "a", "/foo/bar/baz", 2),
    "escapes of letters in the address": (A + "Disallow: /foo/bar/baz\n", "a", "/foo/bar/%62%61%7A", 2),
    "escapes in small letters": (A + "Disallow: /%e3%83%84\n", "a", "/%E3%83%84", 2),
    "letters beyond ASCII": (A + "Disallow: /ツ\n", "a", "/%E3%83%84", 2),
    "letters beyond ASCII in the address": (A + "Disallow: /%E3%83%84\n", "a", "/ツ", 2),
    "reserved characters in a query": (
        A + "Disallow: /f?b=https://f.bar\n",
        "a",
        "/f?b=https%3A%2F%2Ff.bar",
        2,
    ),
    "slash in a query under a star": (A + "Disallow: /*/x\n", "a", "/f?b=/x", 2),
    "escaped slash is no slash": (A + "Disallow: /a/b\n", "a", "/a%2Fb", None),
    "query": (A + "Disallow: /x?\n", "a", "/x?a=1", 2),
    "fragment is not sent": (A + "Disallow: /x$\n", "a", "/x#y", 2),
    "index page stands for its directory": (A + "Allow: /d/index.html\nDisallow: /\n", "a", "/d/", -2),
    "robots.txt is always allowed": (A + "Disallow: /\n", "a", "/robots.txt", None),
    "comment after a rule": ("User-agent: a # us\nDisallow: /x # not x\n#Disallow: /y\n", "a", "/x", 2),
    "rule in a comment": (A + "#Disallow: /y\n", "a", "/y", None),
    "spaces everywhere": ("  User-agent :  a  \n\tDisallow\t:\t/x \t\n", "a", "/x", 2),
    "capitals": ("USER-AGENT: a\nDISALLOW: /x\n", "a", "/x", 2),
    "typing errors": ("useragent: a\ndissallow: /x\n", "a", "/x", 2),
    "no colon": ("User-agent a\nDisallow /x\n", "a", "/x", 2),
    "CR only": ("User-agent: a\rDisallow: /x\r", "a", "/x", 2),
    "CRLF": ("User-agent: a\r\n\r\nDisallow: /x\r\n", "a", "/x", 3),
    "no end of line": ("User-agent: a\nDisallow: /x", "a", "/x", 2),
    "byte order mark": (BOM + A + "Disallow: /x\n", "a", "/x", 2),
    "part of a byte order mark": (b"\xef\xbbUser-agent: a\nDisallow: /x\n", "a", "/x", 2),
    "bytes that are no UTF-8": (b"# \xff\xfe\nUser-agent: a\nDisallow: /x\n", "a", "/x", 3),
    "NUL bytes": ("\x00\x00\nUser-agent: a\nDisallow: /x\n", "a", "/x", 3),
    "rubbish lines": ("<html>\nfoo\n:::\nUser-agent: a\nDisallow: /x\n", "a", "/x", 5),
    "U+2028 ends no line": (A + "# note\u2028Disallow: /x\n", "a", "/x", None),
    "NEL, VT and FF end no line": (
        A + "#\x85Disallow: /x\x0bDisallow: /x\x0cDisallow: /x\n",
        "a",
        "/x",
        None,
    ),
    "rule at byte 495,000": (A + "#" * 494_980 + "\nDisallow: /x\n", "a", "/x", 3),
    "rule after byte 512,000": (A + "#" * 512_000 + "\nDisallow: /x\n", "a", "/x", None),
    "half a rule at byte 512,000": (A + "#" * 511_972 + "\nDisallow: /x/y\n", "a", "/x", None),
}


@pytest.mark.parametrize("name", VECTORS)
def test_a_file_gives_the_answer_and_the_line(name: str) -> None:
    robots, agent, path, line = VECTORS[name]
    explained = answer(robots, agent, f"https://www.site.example{path}")
    assert explained.source is not Source.UNCERTAIN
    assert (explained.allowed, explained.line) == (line is None or line < 0, abs(line) if line else None)


@pytest.mark.parametrize(
    ("rules", "path", "line"),
    [
        ("Disallow: /*%2Fx\n", "/f?b=%2Fx", 2),  # only our scanner sees it
        ("Disallow: /x$\n", "/x$", None),  # only Protego does
        ("Allow: /a?b\nDisallow: /a*b=\n", "/a?b=", 3),  # Protego counts `?` as three
    ],
)
def test_where_two_readings_differ_the_answer_is_no(rules: str, path: str, line: int | None) -> None:
    explained = answer("User-agent: a\n" + rules, "a", f"https://s.example{path}")
    assert (explained.allowed, explained.line, explained.source) == (False, line, Source.UNCERTAIN)


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("https://s.example", 2),
        ("https://s.example?q", 2),
        ("//s.example/y", 2),
        ("s.example/x", -3),
        ("/x", -3),
        ("", 2),
    ],
)
def test_addresses_are_forgiven(url: str, line: int) -> None:
    explained = answer("User-agent: *\nDisallow: /\nAllow: /x\n", "a", url)
    assert (explained.allowed, explained.line) == (line < 0, abs(line))


def test_the_rule_is_quoted_as_written() -> None:
    explained = answer(
        "User-agent: Foo\nUser-agent: bar\n  disallow :/in/  # ours\n", "bar", "https://s.example/in/x"
    )
    assert explained.rule == "disallow :/in/"
    assert explained.agents == ("Foo", "bar")
    assert explained.source is Source.RULE


SHARED = Path(__file__).resolve().parents[3] / "shared" / "robots_vectors.json"
EXCEPTIONS = {
    "v1414": "RFC 9309 2.2.2 encodes reserved characters before comparison: `:` is `%3A` in a path",
}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared vectors are not beside this checkout")
def test_the_shared_vectors_pass_but_for_explained_exceptions() -> None:
    vectors = [one for one in json.loads(SHARED.read_text()) if one["class"] in {"core", "rfc-only"}]
    failed = set()
    for one in vectors:
        robots = base64.b64decode(one["robots_b64"]) if "robots_b64" in one else one["robots"]
        if answer(robots, one["agent"], one["url"]).allowed is not one["allowed"]:
            failed.add(one["id"])
    assert len(vectors) > 600
    assert failed == set(EXCEPTIONS)
