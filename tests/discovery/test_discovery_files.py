"""The data files hold, and a wrong one is named."""

import shutil
from pathlib import Path

import pytest

from checker.data.discovery_files import HERE, load_discovery, load_register
from checker.errors import BadData
from tests.discovery.pages import BOOK

ASKED = {"en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "no", "fi", "et", "lv", "lt", "cs", "sk"}
ASKED |= {"hu", "ro", "sl", "hr", "bg", "el"}


def test_every_language_of_the_list_is_there_with_examples_for_and_against() -> None:
    assert BOOK.languages.keys() >= ASKED
    for language in BOOK.languages.values():
        kinds = [example.kind for example in language.examples]
        assert any(kinds), language.language
        assert not all(kinds), language.language


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("fr.toml", 'language = "fr"', 'language = "de"', "the file says fr"),
        ("fr.toml", 'text = "CGU"', 'text = "Recettes"', "'Recettes' is taken for nothing"),
        ("fr.toml", 'text = "Annonces légales"', 'text = "CGU"', "'CGU' is taken for terms_of_use"),
        ("fr.toml", "sale = [\n", 'sale = [\n  "cgu",\n', "second class"),
        ("fr.toml", "[words]\n", '[words]\nwords = ["x"]\n', "unknown key"),
        ("fr.toml", "whole = [", 'whole = ["recettes", ', "is no link text"),
        ("fr.toml", "[party]\npatterns = [", '[party]\npatterns = ["(", ', "fr.toml: '\\('"),
        ("fr.toml", "[party]\npatterns = [", '[party]\npatterns = ["par", ', "without {name}"),
        ("hosts.toml", "platforms = [", "platforms = [[", "hosts.toml"),
        ("ranking.toml", "[classes.seller]", "[classes.sellers]", "ranking.toml"),
    ],
)
def test_a_wrong_language_file_is_named(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    shutil.copytree(HERE / "discovery", tmp_path / "discovery")
    path = tmp_path / "discovery" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData, match=said):
        load_discovery(tmp_path / "discovery")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("addresses.csv", "host,service", "hosts,service", "the columns"),
        ("addresses.csv", "about.ask.fm,", "other.example,", "line 2"),
        ("addresses.csv", "2026-11-24,register", "24/11/2026,register", "line 2"),
        ("sources.toml", '"pagesjaunes.fr"', '"linkedin.com"', "belongs to two"),
        ("sources.toml", '"pagesjaunes.fr"', '"www.pagesjaunes.fr"', "written with www"),
        ("sources.toml", 'document = "Terms of Service"', 'document = "Imprint"', "not listed"),
        ("sources.toml", 'basis = "rulebook"', 'basis = "hearsay"', "sources.toml"),
    ],
)
def test_a_wrong_register_is_named(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    shutil.copytree(HERE / "register", tmp_path / "register")
    path = tmp_path / "register" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData, match=said):
        load_register(tmp_path / "register")
