"""The law book on disk: what it must hold, and that a broken one never loads."""

import shutil
import time
from datetime import date
from pathlib import Path

import pytest
from law_samples import BOOK, SILENT, TODAY, verdict

from checker.data.law_files import FOLDER, load_law
from checker.data.law_lint import coverage, faults, stale
from checker.errors import BadData
from checker.rules import judge, purpose_from
from checker.rules.facts import FIELDS


def test_the_book_has_no_fault() -> None:
    assert list(faults(BOOK)) == []


def test_six_rules_and_ten_jurisdictions_are_covered() -> None:
    held = {(where, rule): count for where, rule, count, _, _ in coverage(BOOK)}
    assert {rule for where, rule in held if where == "EU"} == {"R1", "R2", "R3", "R4", "R5", "R6"}
    assert {where for where, _ in held} == {"EU", "FR", "DE", "GB", "BE", "NL", "ES", "IT", "CH", "US", "CA"}
    assert held["FR", "R3"] > 30


def test_every_field_of_a_purpose_is_described_in_both_languages() -> None:
    assert {field.name for field in BOOK.fields} == set(FIELDS)
    for field in BOOK.fields:
        for text in (field.label, field.help, *(word.label for word in field.words)):
            assert text.fr
            assert text.en


GOOD = 'id = "fr.row-24"'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("in_force = 2018-05-25\n", "", r"law/fr_post_and_sectors\.toml.*fr\.row-24.*in_force"),
        ('sources = ["S41", "S42", "S1"]', "sources = []", r"fr\.row-24: no source"),
        ('sources = ["S41", "S42", "S1"]', 'sources = ["S5"]', r"fr\.row-24: no source"),
        ('sources = ["S41", "S42", "S1"]', 'sources = ["S999"]', r"fr\.row-24: unknown source S999"),
        ('"audience.consumer"', '"audience.martian"', r"fr\.row-24: unknown fact audience\.martian"),
        (
            '"audience.consumer"',
            '"audience.consumer", "audience.legal_person"',
            r"fr\.row-24: unreachable: no word of audience",
        ),
        ("say.en = ", "say.e = ", r"fr_post_and_sectors\.toml.*fr\.row-24"),
        ("est possible avec", "est conforme avec", r"fr\.row-24: say says “conforme”"),
        ("est possible avec", "est possible: avec", r"fr\.row-24: say: French typography"),
        ('rule = "R3"', 'rule = "R5"', r"fr\.row-24: R5 does not belong to the question contact"),
        ('level = "conditional"', 'level = "maybe"', r"fr\.row-24"),
        ("in_force = 2018-05-25", "in_force = 2018-05-25\nuntil = 2018-05-25", r"ends before it begins"),
        ('row = "24"', 'rows = "24"', r"fr\.row-24.*unknown key: rows"),
        (GOOD, 'id = "fr.row-1"', r"fr\.row-1: the id is used 2 times"),
    ],
)
def test_a_broken_rule_does_not_load_and_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "law"))
    file = folder / "fr_post_and_sectors.toml"
    before, mark, after = file.read_text().partition(GOOD)
    text = mark + after
    assert old in text
    file.write_text(before + text.replace(old, new, 1))
    with pytest.raises(BadData, match=told):
        load_law(folder)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "law"))
    (folder / "phrases.toml").unlink()
    with pytest.raises(BadData, match=r"law/phrases\.toml: the file is missing"):
        load_law(folder)


def test_another_word_is_another_edition(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "law"))
    same = load_law(folder)
    assert same.edition == BOOK.edition
    load_law.cache_clear()
    (folder / "us.toml").write_text((folder / "us.toml").read_text() + "\n# read again\n")
    assert load_law(folder).edition != BOOK.edition


def test_a_source_read_over_a_year_ago_is_stale() -> None:
    now, later = verdict(on=TODAY), verdict(on=date(2027, 11, 25))
    stale = [
        {source.is_stale for one in given.rules for reason in one.reasons for source in reason.sources}
        for given in (now, later)
    ]
    assert stale == [{False}, {True}]


def test_a_source_not_read_again_for_400_days_is_named() -> None:
    assert stale(BOOK, date(2027, 12, 29)) == []
    assert len(stale(BOOK, date(2027, 12, 30))) == len(BOOK.sources)


def test_general_knowledge_is_never_shown_as_a_source() -> None:
    given = verdict(channel="phone", recipient="consumer", sector="training_account")
    lead = next(one for one in given.rules if one.id == "R3").reasons[0]
    assert lead.rule == "fr.row-29.training"
    assert [source.id for source in lead.sources] == ["S2", "S3"]
    assert "connaissance générale, à vérifier" in lead.say.fr


def test_a_judgement_takes_milliseconds() -> None:
    purpose = purpose_from({})
    judge(SILENT, purpose, BOOK, TODAY)
    spent = []
    for _ in range(20):
        begin = time.perf_counter()
        judge(SILENT, purpose, BOOK, TODAY)
        spent.append(time.perf_counter() - begin)
    assert min(spent) < 0.005
