"""The built wheel is what users get: it carries decks, exercises and migrations, and works from an empty home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)]
    subprocess.run(build, cwd=repository, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked into a folder of its own, first on the path: the checkout is not used."""
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(site: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "quizzer", *arguments],
        cwd=home,
        env={**kept, "HOME": str(home), "PYTHONPATH": str(site), "QUIZZER_HOME": str(home / "q"), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_wheel_carries_decks_exercises_and_migrations_but_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    for needed in (
        "quizzer/_decks/layers/deck.yaml",
        "quizzer/_exercises/layers/dropout/checks.py",
        "quizzer/_alembic/env.py",
        "quizzer/checks/expect.py",
        "quizzer/reports/stats_page.css",
    ):
        assert needed in names
    assert not [name for name in names if name.startswith("tests/") or "__pycache__" in name]


def test_the_installed_wheel_lists_grades_and_keeps_its_exercises_to_itself(site: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import quizzer; print(quizzer.__file__)"],
        env={**os.environ, "PYTHONPATH": str(site)}, cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(site)

    listed = run(site, tmp_path, "deck", "list", "--json")
    assert listed.returncode == 0, listed.stderr
    assert "layers" in listed.stdout

    reference = (site / "quizzer/_exercises/layers/conv2d-shape/submissions/accepted/reference.py").read_text()
    (tmp_path / "right.py").write_text(f"# quizzer: conv2d-shape\n{reference}")
    right = run(site, tmp_path, "grade", "right.py", "--json")
    assert right.returncode == 0, right.stderr
    assert json.loads(right.stdout)["verdict"] == "AC"

    hidden = site / "quizzer/_exercises/layers/conv2d-shape/checks.py"
    thief = f"# quizzer: conv2d-shape\nexec(open({str(hidden)!r}).read())\n"
    (tmp_path / "thief.py").write_text(thief)
    stolen = run(site, tmp_path, "grade", "thief.py", "--json")
    assert stolen.returncode == 1, stolen.stderr
    assert json.loads(stolen.stdout)["verdict"] == "CE"
    assert "PermissionError" in stolen.stdout
