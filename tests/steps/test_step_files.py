"""The files of next steps: what is wrong in them is named with its file and place."""

import shutil
from pathlib import Path

import pytest

from checker.data.law_lint import text_faults
from checker.data.step_files import FOLDER, load_steps
from checker.errors import BadData
from checker.model import Text

STEP = """
[[step]]
id = "more"
group = "route"
when.all = ["level.undetermined"]
title.fr = "Plus"
title.en = "More"
say.fr = "Faites."
say.en = "Do."
sources = ["S1"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "steps"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


FAULTS = {
    "a language is missing": ("letters.toml", 'title.en = "Wording to collect consent"', 'title.en = ""'),
    "no title in English": ("letters.toml", 'title.en = "Wording to collect consent"\n', ""),
    "unknown placeholder hots": ("letters.toml", "publisher of {host}", "publisher of {hots}"),
    "different placeholders": ("registers.toml", "Campaign or source concerned: {host}", "Campaign"),
    "blanks differ": ("notices.toml", "STOP to [TO COMPLETE: short number]", "STOP to 36000"),
    "badly marked": ("notices.toml", "STOP to [TO COMPLETE: short number]", "STOP to [short number]"),
    "unknown fact": ("steps.toml", '"recipient.professional"', '"recipient.profesional"'),
    "unknown document": ("steps.toml", 'models = ["consent-form"]', 'models = ["consent"]'),
    "no source S5": ("steps.toml", 'sources = ["S1", "S6", "S26"]', 'sources = ["S1", "S5"]'),
    "no source that could be shown": ("steps.toml", 'sources = ["S49", "S52"]', "sources = []"),
    "never says": ("steps.toml", "Follow the licence", "Follow the legal licence"),
    "unknown group": ("steps.toml", 'group = "keep"', 'group = "kept"'),
    "unknown key": ("steps.toml", 'passages = "licence"', 'passage = "licence"'),
}


@pytest.mark.parametrize(("fault", "edit"), FAULTS.items(), ids=FAULTS)
def test_a_fault_is_refused(folder: Path, fault: str, edit: tuple[str, str, str]) -> None:
    change(folder, *edit)
    words = {"no title in English": "missing required field `en`"}.get(fault, fault)
    with pytest.raises(BadData, match=words) as error:
        load_steps(folder)
    assert str(error.value).startswith(f"steps/{edit[0]}")


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "frame.toml").unlink()
    with pytest.raises(BadData, match=r"steps/frame\.toml: the file is missing"):
        load_steps(folder)


def test_a_document_that_no_step_leads_to_is_refused(folder: Path) -> None:
    change(folder, "steps.toml", 'models = ["retention-schedule"]', "models = []")
    with pytest.raises(BadData, match=r"retention-schedule: no step leads to this document"):
        load_steps(folder)


def test_a_step_can_be_added_by_one_entry(folder: Path) -> None:
    (folder / "more.toml").write_text(STEP, encoding="utf-8")
    assert len(load_steps(folder).steps) == len(load_steps().steps) + 1


def test_a_colon_in_french_wants_a_no_break_space() -> None:
    assert list(text_faults("text", Text(fr="Ainsi : non", en="So: no")))
    assert not list(text_faults("text", Text(fr="Ainsi\u00a0: oui", en="So: yes")))
