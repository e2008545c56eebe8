"""Next steps and model documents as the API gives them, and as pages show them."""

from dataclasses import dataclass, replace

from checker.answers.made import source_answer
from checker.answers.shapes import SourceAnswer
from checker.errors import BadInput, NotFound
from checker.model import Check, Report, Text
from checker.report import DISCLAIMER, visible
from checker.steps import NextStep, StepBook, Written, next_steps, write
from checker.words import Level

LANGUAGES = ("fr", "en")
REPORTS = {"fr": "fr/rapport", "en": "en/report"}
NOTICE = Text(fr="modèle, à faire relire", en="model, have it reviewed")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageAnswer:
    """Words of the site that call for a step; `url` is empty when the user supplied them."""

    quote: str
    language: str
    url: str
    section: str
    read_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerAnswer:
    """An address where a step can be taken; general knowledge, to be checked."""

    title: Text
    url: str
    say: Text
    mark: str = "general_knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer:
    """One next step; `group` is route (another way), contact or keep."""

    id: str
    group: str
    title: Text
    say: Text
    models: tuple[str, ...]
    pointers: tuple[PointerAnswer, ...]
    passages: tuple[PassageAnswer, ...]
    sources: tuple[SourceAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLine:
    """One model document that can be written from this report, and its address (add `?language=en`)."""

    name: str
    title: Text
    use: Text
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepsAnswer:
    """What to do instead, for one check."""

    check: str
    level: Level
    steps: tuple[StepAnswer, ...]
    models: tuple[ModelLine, ...]
    disclaimer: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """A model document in one language; blanks are marked `[À COMPLÉTER : …]` or `[TO COMPLETE: …]`."""

    check: str
    name: str
    title: Text
    use: Text
    notice: Text
    language: str
    filename: str
    text: str
    sources: tuple[SourceAnswer, ...]
    disclaimer: Text


def steps_answer(check: Check, book: StepBook) -> NextStepsAnswer:
    """Give the next steps of a check; raise `NotFound` while it has no report."""
    report = report_of(check)
    return NextStepsAnswer(
        check=check.id,
        level=report.verdict.level,
        steps=tuple(_step(one) for one in next_steps(report, book)),
        models=tuple(
            ModelLine(
                name=model.name,
                title=model.title,
                use=model.use,
                address=f"/api/v1/checks/{check.id}/models/{model.name}",
            )
            for model in book.models.values()
        ),
        disclaimer=DISCLAIMER,
    )


def model_answer(check: Check, book: StepBook, name: str, language: str, public_url: str) -> ModelAnswer:
    """Give a model document; raise `NotFound` for an unknown name, `BadInput` for another language."""
    one = written(check, book, name, language, public_url)
    return ModelAnswer(
        check=check.id,
        name=one.name,
        title=one.title,
        use=one.use,
        notice=NOTICE,
        language=one.language,
        filename=one.filename,
        text=one.text,
        sources=tuple(source_answer(source) for source in one.sources),
        disclaimer=DISCLAIMER,
    )


def written(check: Check, book: StepBook, name: str, language: str, public_url: str) -> Written:
    """Give a model document with nothing hidden in the words it quotes; raises as `model_answer`."""
    if language not in LANGUAGES:
        raise BadInput("unknown_word", "language is fr or en", pointer="/language", allowed=LANGUAGES)
    if name not in book.models:
        raise NotFound(f"no model document {name[:80]}")
    address = f"{public_url.rstrip('/')}/{REPORTS[language]}/{check.id}"
    one = write(book.models[name], report_of(check), book, language=language, address=address)
    return replace(one, text=visible(one.text))


def report_of(check: Check) -> Report:
    """Give the report of a check; raise `NotFound` while there is none."""
    if check.report is None:
        raise NotFound(f"check {check.id} has no report")
    return check.report


def _step(one: NextStep) -> StepAnswer:
    step = one.step
    return StepAnswer(
        id=step.id,
        group=step.group,
        title=step.title,
        say=step.say,
        models=step.models,
        pointers=tuple(PointerAnswer(title=p.title, url=p.url, say=p.say) for p in step.pointers),
        passages=tuple(
            PassageAnswer(
                quote=visible(p.quote),
                language=p.language,
                url=p.url,
                section=visible(p.section),
                read_on=p.read_on.isoformat(),
            )
            for p in one.passages
        ),
        sources=tuple(source_answer(source) for source in one.sources),
    )
