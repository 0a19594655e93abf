"""The learner's own editor: which one, how it opens a file at a line, and what comes back."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LOOK_EVERY_S = 0.05
_VARIABLES = ("VISUAL", "EDITOR")
_FALLBACKS = ("nano", "vi")
_PLUS = frozenset({"vi", "vim", "nvim", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "mg", "kak"})
_COLON = frozenset({"hx", "helix", "subl", "zed"})
_GOTO = frozenset({"code", "codium", "cursor"})
_WAITS = {"gvim": "--nofork"} | dict.fromkeys(("subl", "zed", *_GOTO), "--wait")


def edit_file(
    path: Path,
    *,
    line: int | None,
    environ: Mapping[str, str],
    meanwhile: Callable[[], object] | None = None,
) -> None:
    """Open a file at a line and wait until the learner is done; ``meanwhile`` is called again and again until then.

    What ``meanwhile`` raises is raised once the editor has ended, which it never ends: the terminal is the editor's.

    Raises:
        EnvironmentProblem: there is no editor, or it did not end well; the file is left as it is then.
    """
    command = _command(environ)
    try:
        with _interrupts_left_to_others():
            # What is started is the learner's own choice.
            editor = subprocess.Popen([*command, *_arguments(command, path, line)])
            code = _wait_for(editor, meanwhile)
    except OSError as error:
        raise EnvironmentProblem(
            f"The editor {command[0]} cannot be started: {error.strerror}.", hint="set VISUAL or EDITOR to another"
        ) from error
    if code:
        raise EnvironmentProblem(f"The editor {command[0]} ended with {code}.", hint="nothing was taken from it")


def names_editor(environ: Mapping[str, str]) -> bool:
    """Whether the learner has said which editor is theirs."""
    return any(environ.get(name) for name in _VARIABLES)


def edit_text(text: str, *, environ: Mapping[str, str]) -> str:
    """Let the learner edit a text; without white space at its ends."""
    with tempfile.TemporaryDirectory(prefix="quizzer-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(f"{text}\n" if text else "", encoding="utf-8")
        edit_file(path, line=None, environ=environ)
        return path.read_text(encoding="utf-8", errors="replace").strip()


@contextmanager
def _interrupts_left_to_others() -> Iterator[None]:
    """Let Ctrl-C mean to the editor what it means there, and nothing here."""
    # A handler and not SIG_IGN, which the editor would inherit.
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _wait_for(editor: subprocess.Popen[bytes], meanwhile: Callable[[], object] | None) -> int:
    while meanwhile is not None:
        try:
            return editor.wait(timeout=_LOOK_EVERY_S)
        except subprocess.TimeoutExpired:
            pass
        try:
            meanwhile()
        except BaseException:
            editor.wait()
            raise
    return editor.wait()


def _command(environ: Mapping[str, str]) -> list[str]:
    for name in _VARIABLES:
        if environ.get(name):
            return shlex.split(environ[name])
    found = next((name for name in _FALLBACKS if shutil.which(name)), None)
    if found is None:
        raise EnvironmentProblem("There is no editor to open.", hint="set VISUAL or EDITOR, like EDITOR=nano")
    return [found]


def _arguments(command: list[str], path: Path, line: int | None) -> list[str]:
    name = Path(command[0]).name
    wait = [_WAITS[name]] if name in _WAITS and _WAITS[name] not in command else []
    if line is None:
        return [*wait, str(path)]
    if name in _PLUS:
        return [*wait, f"+{line}", str(path)]
    if name in _GOTO:
        return [*wait, "--goto", f"{path}:{line}"]
    return [*wait, f"{path}:{line}" if name in _COLON else str(path)]
