"""The house keeps itself: sizes, names, settings and routes documented, catalogs whole."""

import ast
import re
from pathlib import Path

import pytest

from checker.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CODE = [ROOT / "app.py", *sorted((ROOT / "checker").rglob("*.py"))]
MODULES = [path for path in CODE if "migrations/versions" not in path.as_posix()]
SHAPELESS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_stays_small_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert path.stem not in SHAPELESS
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_function_ends_by_forty_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = {f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > 40}
    # One value of forty fields, each on a line of its own.
    assert long <= ({"outline"} if path.name == "order.py" else set())


def test_app_stays_small() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 90


def test_only_known_things_stand_at_the_top() -> None:
    allowed = {"app.py", "checker", "templates", "static", "tests", "tools", "requirements.txt"}
    allowed |= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "Makefile"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert seen - allowed - {"instance", "accuracy", "__pycache__"} == set()


def test_every_setting_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    source = (ROOT / "checker" / "settings.py").read_text(encoding="utf-8")
    names = {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isupper()
    }
    variables = {name for name in names if name.startswith(("GARDEFOU_", "DATABASE_", "TRUSTED_"))}
    assert {"DATABASE_URL", "TRUSTED_HOSTS"} <= variables
    assert [name for name in sorted(variables) if f"`{name}`" not in readme] == []


def test_settings_have_defaults_and_list_every_fault() -> None:
    assert Settings.read({}).trusted_hosts == ("localhost", "127.0.0.1")
    with pytest.raises(Exception, match=r"GARDEFOU_WORKERS.*GARDEFOU_RENDER"):
        Settings.read({"GARDEFOU_WORKERS": "x", "GARDEFOU_RENDER": "maybe"})


def test_site_text_is_never_marked_as_safe() -> None:
    pages = [*(ROOT / "templates").rglob("*.html"), *CODE]
    unsafe = re.compile(r"\{[{%][^}]*\|\s*safe\b|\bMarkup\(")
    guilty = [path.name for path in pages if unsafe.search(path.read_text(encoding="utf-8"))]
    assert guilty == []
