"""What this installation and machine offer, found out without importing torch or changing anything."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from quizzer import __version__
from quizzer.domain.errors import QuizzerError
from quizzer.grader.devices import Machine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROBE_S = 20
# In a process of its own: entering namespaces cannot be undone.
_PROBE = """
import dataclasses, json
from quizzer.grader.sandbox.lockdown import offered
from quizzer.grader.sandbox.reasons import probe
missing = [dataclasses.asdict(one) for one in probe()]
entered = not any("namespaces" in one["layer"] for one in missing)
print(json.dumps({"level": offered(namespaces=entered), "missing": missing}), flush=True)
"""
_ISOLATION_ADVICE = {
    "limits": "submissions run in processes of their own, but can read your files: judge only code you trust",
    "landlock": None,
    "full": None,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; ``ok`` is False where something does not work, ``advice`` says what to do."""

    name: str
    value: str
    ok: bool = True
    advice: str | None = None


def examine_installation() -> tuple[Finding, ...]:
    """The program, the interpreter, torch, and how far submissions can be locked up here."""
    return (
        Finding("quizzer", __version__),
        Finding("python", f"{platform.python_version()} ({sys.executable})"),
        _torch(),
        Finding("device", ", ".join(Machine.look().candidates("auto"))),
        *_isolation(),
    )


def _torch() -> Finding:
    try:
        return Finding("torch", metadata.version("torch"))
    except metadata.PackageNotFoundError:
        advice = "install it where quizzer is: pip install torch"
        return Finding("torch", "not installed: code and computed answers cannot be judged", ok=False, advice=advice)


def _isolation() -> tuple[Finding, ...]:
    try:
        probe = subprocess.run(
            [sys.executable, "-c", _PROBE], capture_output=True, text=True, timeout=PROBE_S, check=True
        )
    except (OSError, subprocess.SubprocessError) as problem:
        advice = "judging may not work here"
        return (Finding("isolation", f"cannot be found out: {problem}", ok=False, advice=advice),)
    told = json.loads(probe.stdout)
    level = Finding("isolation", told["level"], advice=_ISOLATION_ADVICE.get(told["level"]))
    missing = (Finding(one["layer"], f"missing: {one['why']}", advice=one["advice"]) for one in told["missing"])
    return (level, *missing)


def examine_database(path: Path, read: Callable[[], tuple[str, str]]) -> tuple[Finding, ...]:
    """The database's place, and its schema and content versions, which ``read`` gives; creates nothing."""
    if not path.exists():
        return (Finding("database", f"{path} (not there yet)", advice="quizzer study creates it"),)
    try:
        schema, content = read()
    except QuizzerError as problem:
        return (Finding("database", str(path), ok=False, advice=f"{problem.message} {problem.hint or ''}".strip()),)
    return (Finding("database", str(path)), Finding("schema", schema), Finding("content", content))


def examine_folder(name: str, folder: Path) -> Finding:
    """A folder that quizzer writes to: whether it, or the nearest parent that exists, can be written."""
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if os.access(there, os.W_OK | os.X_OK) and there.is_dir():
        return Finding(name, str(folder))
    return Finding(name, str(folder), ok=False, advice=f"{there} cannot be written; choose another with QUIZZER_HOME")
