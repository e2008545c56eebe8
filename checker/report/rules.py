"""The six rules as tiles: a level each, and behind it the reasons and their sources."""

from dataclasses import dataclass
from datetime import date

from checker.model import Reason, RuleResult, Source, Text
from checker.report.labels import LEVELS, MARKS, label
from checker.report.shown import outbound
from checker.words import Level, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source with how it was read and when."""

    title: Text
    link: str
    mark: Text
    is_read: bool
    supports: Text
    read_on: date
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason with its level, its article and its sources."""

    level: Level
    word: Text
    say: Text
    article: Text | None
    lift: Text | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One rule: its name, its level and its reasons, the leading one first."""

    id: str
    title: Text
    level: Level
    word: Text
    lead: Text | None
    reasons: tuple[ReasonLine, ...]


def tiles(rules: tuple[RuleResult, ...], question: Question) -> tuple[Tile, ...]:
    """Give the rules of one question, in the order of their ids."""
    mine = sorted((rule for rule in rules if rule.question is question), key=lambda rule: rule.id)
    return tuple(_tile(rule) for rule in mine)


def _tile(rule: RuleResult) -> Tile:
    return Tile(
        id=rule.id,
        title=rule.title,
        level=rule.level,
        word=LEVELS[rule.level],
        lead=rule.reasons[0].say if rule.reasons else None,
        reasons=tuple(_reason(reason) for reason in rule.reasons),
    )


def _reason(reason: Reason) -> ReasonLine:
    return ReasonLine(
        level=reason.level,
        word=LEVELS[reason.level],
        say=reason.say,
        article=_article(reason),
        lift=reason.lift,
        sources=tuple(source_line(source) for source in reason.sources),
    )


def _article(reason: Reason) -> Text | None:
    """Give the article in both languages; a reason stored by an earlier version has the French one only."""
    return Text(fr=reason.article, en=reason.article_en or reason.article) if reason.article else None


def source_line(source: Source) -> SourceLine:
    """Give a source with the words for how it was read."""
    return SourceLine(
        title=source.title,
        link=outbound(source.url),
        mark=label(MARKS, source.mark),
        is_read=source.mark == "read",
        supports=source.supports,
        read_on=source.read_on,
        is_stale=source.is_stale,
    )
