"""/ai.txt (Spawning): media that AI may not take; nothing is found where the file is absent or empty."""

from checker.model import Finding, Snapshot, Text
from checker.signals.robots.lines import decoded, lines
from checker.signals.scope import AI_ONLY, address_of, finding, origin, page_of, resources
from checker.signals.well_known import is_absent, well_known
from checker.words import State

SIGNAL = "ai_txt"
PATH = "/ai.txt"
FACT = "ai.ai_txt"
FACTS = frozenset({FACT})

_SAY = Text(
    fr="Le fichier ai.txt refuse des contenus à l’IA ; cela ne décide pas de cet usage.",
    en="The ai.txt file refuses contents to AI; this does not decide this use.",
)


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give the first refusal of the ai.txt of the page's own origin."""
    for resource in resources(snapshot):
        exhibit = well_known(snapshot, PATH, origin(address_of(resource)))
        page = page_of(exhibit) if exhibit else None
        if not (exhibit and page) or is_absent(exhibit):
            continue
        for number, line in enumerate(lines(decoded(page.body)[0]), start=1):
            name, _, value = line.partition("#")[0].partition(":")
            if name.strip().lower() == "disallow" and value.strip():
                return (
                    finding(
                        snapshot,
                        exhibit,
                        FACT,
                        State.YES,
                        _SAY,
                        signal=SIGNAL,
                        weight=AI_ONLY,
                        quote=line.strip(),
                        line=number,
                    ),
                )
    return ()
