import pytest

from checker.html import read
from checker.html.charset import decode

_FRENCH = "Les données à caractère personnel sont protégées : l’accès est réservé aux élèves majeurs. " * 8
_POLISH = "Zabrania się pobierania danych użytkowników w sposób zautomatyzowany, także częściowo. " * 8
_JAPANESE = "利用者は、自動化された手段で本サイトの情報を収集してはなりません。" * 8


@pytest.mark.parametrize(
    ("body", "header", "charset", "text"),
    [
        ("é".encode(), "text/html; charset=utf-8", "utf-8", "é"),
        (b"\xe9\x80", "text/html; charset=ISO-8859-1", "windows-1252", "é€"),
        (b"\xb9\x9c", "text/html;charset='windows-1250'", "windows-1250", "ąś"),
        (b"\xef\xbb\xbf\xc3\xa9", "text/html; charset=iso-8859-1", "utf-8", "é"),
        ("é".encode("utf-16"), "text/html", "utf-16le", "é"),
        (b"\xfe\xff\x00\xe9", "", "utf-16be", "é"),
        ("利用".encode("cp932"), "text/html; charset=x-sjis", "shift_jis", "利用"),
        (b'<meta charset="koi8-r">\xc4\xc1', "text/html", "koi8-r", '<meta charset="koi8-r">да'),
        (b"plain", "text/html; charset=utf-16", "utf-8", "plain"),
        (b"xn--nxasmq6b", "text/html; charset=punycode", "utf-8", "xn--nxasmq6b"),
        (b"+AGE-", "text/html; charset=utf-7", "utf-8", "+AGE-"),
        (b"a", "text/html; charset=" + "9" * 5000, "utf-8", "a"),
    ],
)
def test_labels(body: bytes, header: str, charset: str, text: str) -> None:
    got = decode(body, header)
    assert (got.charset, got.text, got.undecodable) == (charset, text, False)


@pytest.mark.parametrize(
    ("text", "codec"),
    [(_FRENCH, "cp1252"), (_POLISH, "cp1250"), (_JAPANESE, "cp932"), (_POLISH, "iso8859_2")],
)
def test_an_undeclared_charset_is_detected(text: str, codec: str) -> None:
    assert decode(text.encode(codec, "replace"), "text/html").text == text.encode(codec, "replace").decode(
        codec
    )


def test_a_wrong_declaration_of_utf_8_is_not_the_end() -> None:
    assert decode(_FRENCH.encode("cp1252"), "text/html; charset=utf-8").text == _FRENCH


def test_what_is_no_text_in_any_charset_is_marked() -> None:
    got = read(bytes(range(128, 256)) * 30, "text/html; charset=utf-8", "https://a.example/")
    assert (got.charset, got.marks) == ("utf-8", ("undecodable",))
    few = read("Les données".encode() * 100 + b"\xff", "text/html; charset=utf-8", "https://a.example/")
    assert few.marks == ()
