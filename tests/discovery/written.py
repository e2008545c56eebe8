"""The pages of `tests/data_pages/links.txt`, built in the layouts that sites have."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

SOURCE = Path(__file__).parent.parent / "data_pages" / "links.txt"
_SAID = {
    "fr": "La réunion a duré deux heures et chacun a pu prendre la parole pour donner son avis.",
    "de": "Die Sitzung dauerte zwei Stunden, und alle bekamen die Zeit, etwas zu sagen.",
    "es": "La reunión duró dos horas y todos los que quisieron hablar tuvieron tiempo.",
    "it": "La riunione è durata due ore e tutti hanno avuto il tempo di parlare.",
    "nl": "De vergadering duurde twee uur en iedereen kreeg de tijd om iets te zeggen.",
    "pt": "A reunião durou duas horas e todos tiveram tempo para falar.",
    "pl": "Spotkanie trwało dwie godziny i każdy miał czas, żeby coś powiedzieć.",
    "en": "The meeting lasted for two hours and everyone was given the time to speak.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One page with the addresses it should lead to, by kind, best first."""

    url: str
    language: str
    html: str
    wanted: dict[str, list[str]]


def written() -> Iterator[Written]:
    """Give the pages in the order of the file."""
    for block in re.split(r"^(?=@ )", SOURCE.read_text(encoding="utf-8"), flags=re.M)[1:]:
        lines = [line for line in block.strip().split("\n") if line[1:2] in {" ", ":", ""}]
        fields = {line[0]: line[2:].strip() for line in lines if not line.startswith("#")}
        language, url, layout = fields["@"].split()
        page = fields.get("R") or _page(language, int(layout[1:]), fields)
        base = re.search(r'<base href="([^"]+)', page)
        wanted = _wanted(fields["="], base[1] if base else url)
        yield Written(url=url, language=language, html=page, wanted=wanted)


def _wanted(told: str, base: str) -> dict[str, list[str]]:
    parts = (part.strip().split(":", 1) for part in told.split(";") if part.strip())
    return {kind: [urljoin(base, url.strip()) for url in urls.split(",")] for kind, urls in parts}


def _anchors(told: str) -> list[str]:
    pairs = (part.strip().rsplit(">", 1) for part in told.split(" | ") if part.strip())
    return [f'<a href="{html.escape(url)}">{html.escape(text)}</a>' for text, url in pairs]


def _page(language: str, layout: int, fields: dict[str, str]) -> str:
    top, foot = _anchors(fields.get("H", "")), _anchors(fields.get("F", ""))
    said = fields.get("B", "") + f"<p>{_SAID.get(language, 'Lorem ipsum dolor sit amet.' * 4)}</p>" * 8
    if layout == 3:
        return (
            f"<html><body><table><tr><td>{' '.join(top)}</td></tr><tr><td>{said}</td></tr></table>"
            f"<p align=center><small>{' - '.join(foot)}</small></p></body></html>"
        )
    items = [f"<li>{one}</li>" for one in foot]
    half = (len(items) + 1) // 2
    frame, end = {
        1: (f"<header><ul>{''.join(top)}</ul></header>", f"<footer><ul>{''.join(items)}</ul></footer>"),
        2: (f"<div id=header>{' | '.join(top)}</div>", f"<div id=footer>{' · '.join(foot)}</div>"),
        4: (
            f"<header class=site-header><ul class=menu>{''.join(top)}</ul></header>",
            f"<footer><div><h3>Info</h3><ul>{''.join(items[:half])}</ul></div>"
            f"<div><ul>{''.join(items[half:])}</ul></div></footer>",
        ),
        5: (f"<header><nav>{''.join(top)}</nav></header>", f"<footer><nav>{''.join(foot)}</nav></footer>"),
        6: (f"<div class=css-1x>{''.join(top)}</div>", f"<div class=css-9z>{''.join(foot)}</div>"),
    }[layout]
    return f'<!doctype html><html lang="{language}"><body>{frame}<main>{said}</main>{end}</body></html>'
