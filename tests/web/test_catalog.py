"""The French catalog has every sentence of the interface, and its typography."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from checker.i18n import CATALOGS

ROOT = Path(__file__).resolve().parent.parent.parent


def _asked() -> set[str]:
    found = [
        *extract_from_dir(ROOT / "checker" / "web", [("**.py", "python")]),
        *extract_from_dir(ROOT / "templates", [("**.html", "jinja2")], {"**.html": {"silent": "false"}}),
    ]
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


def _french() -> dict[str, tuple[str, ...]]:
    with (CATALOGS / "fr" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalog = read_po(file, locale="fr")
    assert not [message.id for message in catalog if message.fuzzy and message.id]
    return {
        (one.id if isinstance(one.id, str) else one.id[0]): (
            (one.string,) if isinstance(one.string, str) else tuple(one.string)
        )
        for one in catalog
        if one.id
    }


def test_every_sentence_has_its_french_and_no_french_is_left_over() -> None:
    asked, french = _asked(), _french()
    assert len(asked) > 100
    assert asked == set(french)
    assert [key for key, texts in french.items() if not all(texts)] == []


def test_placeholders_survive_translation() -> None:
    holes = re.compile(r"%\(\w+\)s|%\(num\)d|</?strong>")
    for key, texts in _french().items():
        assert all(sorted(holes.findall(text)) == sorted(holes.findall(key)) for text in texts), key


def test_the_french_has_its_spaces_and_apostrophes() -> None:
    texts = [re.sub(r"https?://", "", text) for texts in _french().values() for text in texts]
    assert [text for text in texts if re.search(r"[ \w][:;!?»]|« |'", text)] == []
