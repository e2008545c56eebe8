"""The robots.txt panel: what came, and the deciding line in its surroundings."""

from dataclasses import dataclass

from checker.model import Exhibit, Finding, Report, Text
from checker.report.causes import explain
from checker.report.shown import outbound, visible
from checker.words import Role, State

AROUND = 3
WIDEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the file with its 1-based number; a gap before it is told by `skips`."""

    number: int
    text: str
    is_deciding: bool
    skips: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsPanel:
    """What robots.txt says of the pasted address; `lines` is empty when there is no file to show."""

    url: str
    link: str
    says: tuple[Text, ...]
    objects: bool
    lines: tuple[Line, ...]
    total: int


def panel(report: Report) -> RobotsPanel | None:
    """Give the panel of the pasted host's robots.txt, or nothing when it was never asked for."""
    exhibits = report.snapshot.of(Role.ROBOTS)
    told = tuple(finding for finding in report.findings.signals if finding.signal == "robots")
    if not exhibits:
        return None
    exhibit = _decisive(exhibits, told)
    mine = tuple(f for f in told if f.place.url in {exhibit.url, _final(exhibit)})
    rows = _rows(exhibit)
    return RobotsPanel(
        url=visible(exhibit.url),
        link=outbound(exhibit.url),
        says=_says(exhibit, mine or told),
        objects=any(f.state is State.YES and f.weight == "decides" for f in mine),
        lines=_excerpt(rows, {f.place.line for f in mine if f.place.line and f.weight == "decides"}),
        total=len(rows),
    )


def _decisive(exhibits: tuple[Exhibit, ...], told: tuple[Finding, ...]) -> Exhibit:
    firm = [finding for finding in told if finding.weight == "decides"]
    places = [finding.place.url for finding in sorted(firm, key=lambda one: one.state is not State.YES)]
    return next((one for place in places for one in exhibits if place in {one.url, _final(one)}), exhibits[0])


def _final(exhibit: Exhibit) -> str:
    return exhibit.page.final_url if exhibit.page else exhibit.url


def _says(exhibit: Exhibit, told: tuple[Finding, ...]) -> tuple[Text, ...]:
    sentences = tuple(dict.fromkeys(finding.say for finding in told if finding.weight != "ai_only"))
    if sentences:
        return sentences
    if exhibit.missing:
        return (explain(exhibit.missing).say,)
    return (_SILENT,)


_SILENT = Text(
    fr="robots.txt n’exclut pas cette page. Ce n’est pas une autorisation.",
    en="robots.txt does not exclude this page. That is not a permission.",
)


def _rows(exhibit: Exhibit) -> list[str]:
    if exhibit.page is None or exhibit.page.status >= 300:
        return []
    # RFC 9309 section 2.3: the file is UTF-8; what is not stays visible as replacement characters.
    return exhibit.page.body.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()


def _excerpt(rows: list[str], deciding: set[int]) -> tuple[Line, ...]:
    chosen = _chosen(rows, deciding)
    return tuple(
        Line(
            number=number,
            text=_clip(rows[number - 1]),
            is_deciding=number in deciding,
            skips=number - 1 not in chosen and number > 1,
        )
        for number in sorted(chosen)
    )


def _chosen(rows: list[str], deciding: set[int]) -> set[int]:
    if not deciding:
        return set(range(1, min(len(rows), 2 * AROUND + 2) + 1))
    near = {
        number
        for line in deciding
        for number in (*_group(rows, line), *range(line - AROUND, line + AROUND + 1))
    }
    return {number for number in near if 1 <= number <= len(rows)}


def _group(rows: list[str], line: int) -> list[int]:
    """Give the numbers of the User-agent lines that open the group of a line."""
    agents: list[int] = []
    for number in range(min(line, len(rows)), 0, -1):
        if rows[number - 1].strip().lower().startswith("user-agent"):
            agents.append(number)
        elif agents and rows[number - 1].strip():
            break
    return agents


def _clip(row: str) -> str:
    return visible(row if len(row) <= WIDEST else row[:WIDEST] + " […]")
