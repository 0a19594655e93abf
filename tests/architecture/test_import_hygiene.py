"""A fresh interpreter shows what a command loads; who may import torch and pydantic is read from the source."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program

PACKAGE = Path(__file__).resolve().parents[2] / "quizzer"
HEAVY = ("sqlalchemy", "alembic", "pydantic", "rich", "torch", "numpy", "yaml", "platformdirs", "fsrs_rs_python")
MAY_IMPORT = {
    "torch": ("grader/child/", "checks/"),
    "pydantic": ("content/",),
    "yaml": ("content/",),
    "alembic": ("storage/",),
    "sqlalchemy": ("storage/",),
    "click": ("cli/",),
    "platformdirs": ("cli/",),
    "rich": ("reports/", "cli/"),
    "fsrs_rs_python": ("scheduler/",),
    "zstandard": ("interchange/",),
}
_RUN = """
import json, sys
from quizzer.cli.main import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def loaded_by(program: Program, *arguments: str, env: dict[str, str] | None = None) -> set[str]:
    """The top-level modules that a command has loaded in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments],
        env=program.environ | (env or {}),
        cwd=program.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("study", "--help"),
        ("grade", "--help"),
        ("watch", "--help"),
        ("exercise", "--help"),
        ("exercise", "show", "--help"),
        ("deck", "--help"),
        ("stats", "--help"),
        ("config", "--help"),
        ("undo", "--help"),
        ("card", "suspend", "--help"),
        ("search", "--help"),
        ("doctor", "--help"),
        ("completion", "bash"),
    ],
    ids=" ".join,
)
def test_help_version_and_completion_load_nothing_heavy(quizzer: Program, arguments: tuple[str, ...]) -> None:
    assert loaded_by(quizzer, *arguments).isdisjoint(HEAVY)


def test_tab_completion_loads_nothing_heavy(quizzer: Program) -> None:
    script = "import sys, atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    done = subprocess.run(
        [sys.executable, "-c", script + "from quizzer.cli.main import main; main()"],
        env=quizzer.environ
        | {"_QUIZZER_COMPLETE": "bash_complete", "COMP_WORDS": "quizzer exercise ", "COMP_CWORD": "2"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "plain,hint" in done.stdout
    assert {name.partition(".")[0] for name in done.stderr.split()}.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "arguments", [("deck", "list"), ("exercise", "list"), ("stats",), ("search", "dropout")], ids=" ".join
)
def test_a_start_without_changes_reads_no_files_and_builds_no_schema(
    learner: Program, arguments: tuple[str, ...]
) -> None:
    loaded = loaded_by(learner, *arguments)

    assert loaded.isdisjoint({"alembic", "sqlalchemy", "pydantic", "yaml", "torch", "numpy"})


def test_no_start_stops_to_collect_garbage(learner: Program) -> None:
    script = (
        "import gc, sys; begun = []; gc.callbacks.append(lambda phase, _: begun.append(phase))\n"
        "from quizzer.cli.main import main; begun.clear()\n"
        "try: main(['deck', 'list', '--json'])\n"
        "except SystemExit: print(len(begun), gc.isenabled(), file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], env=learner.environ, capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stderr.split() == ["0", "True"]


def test_grading_loads_no_torch_in_the_process_of_the_learner(learner: Program) -> None:
    reference = PACKAGE.parent / "exercises/layers/dropout/submissions/accepted/reference.py"

    loaded = loaded_by(learner, "grade", "--exercise", "dropout", "--json", str(reference))

    assert loaded.isdisjoint({"torch", "numpy", "sqlalchemy", "alembic", "pydantic", "yaml"})


def imports_of(path: Path) -> set[str]:
    """The top-level names that a module imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("library", MAY_IMPORT)
def test_only_its_own_layer_imports_a_library(library: str) -> None:
    places = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if library in imports_of(path)}

    assert [place for place in places if not place.startswith(MAY_IMPORT[library])] == []
    assert places, f"nobody imports {library}: is the table out of date?"


def test_nobody_unpickles_but_who_gets_code_from_our_own_client() -> None:
    users = [path.name for path in PACKAGE.rglob("*.py") if {"pickle", "marshal", "shelve"} & imports_of(path)]

    assert users == ["compiling.py"]
    # A submission answers a judge over the wire, and none of what takes it may take code.
    taken = re.compile(r"^from quizzer\.grader\.compiling import .*\bunpack\b", re.MULTILINE)
    takers = [path.name for path in PACKAGE.rglob("*.py") if taken.search(path.read_text(encoding="utf-8"))]
    assert takers == ["judge.py"]
