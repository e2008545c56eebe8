"""Content-Signal lines of robots.txt (contentsignals.org): uses by AI and search, allowed or refused.

No key names prospecting, so the signal decides nothing here: `search=yes` permits no prospecting,
`ai-train=no` forbids none. The comment that usually stands beside it ("as a condition of accessing this
website") is quoted. Nothing is found where no line addresses all robots or ours.
"""

from collections.abc import Iterator

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.robots import PRODUCT_TOKEN, RobotFileParser, comments
from checker.signals.robots.reader import exhibits_for, parser_of
from checker.signals.robots.scan import Record, file_token
from checker.signals.scope import AI_ONLY, finding
from checker.words import State

SIGNAL = "content_signal"
FACT = "ai.content_signal"
FACTS = frozenset({FACT})

_NAME = "content-signal"
_OURS = frozenset({"*", PRODUCT_TOKEN.lower()})
_SAY = {
    State.YES: Text(
        fr="Content-Signal refuse un usage par l’IA ou la recherche ; cela ne décide pas de cet usage.",
        en="Content-Signal refuses a use by AI or search; this does not decide this use.",
    ),
    State.NO: Text(
        fr="Content-Signal ne refuse rien ; ce n’est pas une permission pour cet usage.",
        en="Content-Signal refuses nothing; that is no permission for this use.",
    ),
}
_COMMENT = Text(
    fr="Le commentaire de robots.txt explique les Content-Signal ; il ne vise que les usages par l’IA"
    " et la recherche et ne décide pas de cet usage.",
    en="The comment in robots.txt explains Content-Signal; it speaks of uses by AI and search only and does"
    " not decide this use.",
)


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give each Content-Signal line for us, `yes` where it refuses something, and the comment about it."""
    return tuple(found for exhibit in exhibits_for(snapshot) for found in _of(snapshot, exhibit))


def _of(snapshot: Snapshot, exhibit: Exhibit) -> Iterator[Finding]:
    lines = for_us(parser_of(exhibit), _NAME)
    for record in lines:
        state = State.YES if "no" in parsed(record.value).values() else State.NO
        yield finding(
            snapshot,
            exhibit,
            FACT,
            state,
            _SAY[state],
            signal=SIGNAL,
            weight=AI_ONLY,
            quote=record.text,
            line=record.line,
        )
    told = comments(exhibit.page.body) if lines and exhibit.page else ()
    for comment in [one for one in told if "content signal" in one.text.lower().replace("-", " ")][:1]:
        yield finding(
            snapshot,
            exhibit,
            FACT,
            State.YES,
            _COMMENT,
            signal=SIGNAL,
            weight=AI_ONLY,
            quote=comment.text,
            line=comment.line,
        )


def for_us(parser: RobotFileParser, name: str) -> tuple[Record, ...]:
    """Give the records of one name that stand before all groups, or in one for all robots or for ours."""
    return tuple(
        record
        for record in parser.records
        if record.name == name and (not record.agents or _OURS & {file_token(one) for one in record.agents})
    )


def parsed(value: str) -> dict[str, str]:
    """Give the keys and values of a line such as `search=yes, ai-train=no`, in lower case."""
    pairs = (piece.partition("=") for piece in value.lower().split(","))
    return {key.strip(): stated.strip() for key, _, stated in pairs}
