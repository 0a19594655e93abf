"""How the program behaves: streams, exit codes, languages, interruptions, broken pipes."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program

LISTINGS = [
    ("deck", "list"),
    ("exercise", "list"),
    ("exercise", "show", "dropout"),
    ("stats",),
    ("doctor",),
]


@pytest.mark.parametrize("command", LISTINGS, ids=" ".join)
def test_every_listing_is_one_json_object_on_stdout_and_nothing_else(
    learner: Program, command: tuple[str, ...]
) -> None:
    listed = learner(*command, "--json")

    assert listed.code == 0, listed.err
    assert next(iter(listed.json.items())) == ("schema_version", 1)
    assert listed.err == ""


@pytest.mark.parametrize("command", LISTINGS, ids=" ".join)
def test_a_pipe_gets_no_colours(learner: Program, command: tuple[str, ...]) -> None:
    listed = learner(*command)

    assert listed.code == 0
    assert "\x1b" not in listed.out
    assert [line for line in listed.out.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("command", [*LISTINGS, ("study",)], ids=" ".join)
def test_nothing_waits_for_input_where_there_is_no_terminal(learner: Program, command: tuple[str, ...]) -> None:
    ran = learner(*command, timeout_s=30)

    assert ran.code == (2 if command == ("study",) else 0)


def test_help_goes_to_stdout_and_wrong_usage_to_stderr(quizzer: Program) -> None:
    helped, wrong = quizzer("--help"), quizzer("stats", "--nonsense")

    assert helped.code == 0
    assert "quizzer study" in helped.out
    assert wrong.code == 2
    assert wrong.out == ""
    assert "--nonsense" in wrong.err


def test_the_version_is_the_packages(quizzer: Program) -> None:
    from quizzer import __version__

    assert quizzer("--version").out == f"quizzer {__version__}\n"


def test_the_language_may_stand_before_or_after_the_command(learner: Program) -> None:
    before = learner("--lang", "zh-CN", "stats")
    after = learner("stats", "--lang", "zh_CN")
    by_variable = learner("stats", env={"QUIZZER_LANG": "zh"})

    assert before.out == after.out == by_variable.out
    assert "现在到期" in before.out


def test_a_language_that_is_not_spoken_is_wrong_usage(learner: Program) -> None:
    refused = learner("stats", "--lang", "fr")

    assert refused.code == 2
    assert "use en or zh-CN" in refused.err


def test_another_database_can_be_named_before_or_after_the_command(learner: Program) -> None:
    for arguments in (("--db", "a/one.db", "stats"), ("stats", "--db", "a/one.db")):
        assert learner(*arguments).code == 0

    assert (learner.folder / "a" / "one.db").is_file()


def test_a_database_that_is_none_is_a_problem_of_the_environment(quizzer: Program) -> None:
    quizzer.database.write_text("this is no database, but somebody's letter\n" * 100)

    refused = quizzer("stats")

    assert refused.code == 5
    assert "not a quizzer database" in refused.err
    assert quizzer.database.read_text().startswith("this is no database")


def test_a_newer_database_is_left_alone(learner: Program) -> None:
    connection = sqlite3.connect(learner.database)
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    refused, diagnosed = learner("stats"), learner("doctor")

    assert refused.code == 5
    assert "newer quizzer" in refused.err
    assert diagnosed.code == 1
    assert "upgrade quizzer" in diagnosed.out


def test_a_defect_of_our_own_never_looks_like_a_negative_result(learner: Program) -> None:
    connection = sqlite3.connect(learner.database)
    with connection:
        connection.execute("UPDATE deck SET title = 'no JSON'")
    connection.close()

    failed = learner("deck", "list")

    assert failed.code == 4
    assert failed.out == ""
    assert "defect of quizzer" in failed.err


def test_doctor_creates_nothing(quizzer: Program) -> None:
    diagnosed = quizzer("doctor", "--json")

    assert diagnosed.code == 0, diagnosed.out
    findings = {one["name"]: one for one in diagnosed.json["findings"]}
    assert {"python", "torch", "isolation", "database", "workspace", "terminal", "language", "clock"} <= set(findings)
    assert findings["isolation"]["value"] in ("limits", "landlock", "full")
    assert list(quizzer.home.iterdir()) == []


def test_a_reader_who_leaves_early_gets_no_traceback(learner: Program) -> None:
    with subprocess.Popen(
        [*learner.command, "exercise", "show", "dropout", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=learner.environ,
        cwd=learner.folder,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        said = running.stderr.read().decode()
        code = running.wait(timeout=30)

    assert code == 141
    assert said == ""


@pytest.mark.timeout(60)
def test_an_interruption_ends_quietly_with_130(learner: Program) -> None:
    file = learner.folder / "endless.py"
    file.write_text("# quizzer: dropout\nwhile True:\n    pass\n")
    with subprocess.Popen(
        [*learner.command, "grade", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=learner.environ,
        cwd=learner.folder,
    ) as running:
        time.sleep(2)
        os.kill(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=30)

    assert running.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_call_the_program(quizzer: Program, shell: str) -> None:
    script = quizzer("completion", shell)

    assert script.code == 0
    assert "_QUIZZER_COMPLETE" in script.out
    assert "quizzer" in script.err


def test_completion_offers_commands_and_their_options(quizzer: Program) -> None:
    def complete(words: str, place: int) -> list[str]:
        asked = {"_QUIZZER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)}
        return quizzer(env=asked).out.split()

    assert complete("quizzer st", 1) == ["plain,study", "plain,stats"]
    assert complete("quizzer exercise s", 2) == ["plain,show", "plain,solution", "plain,start"]
    assert "plain,zh-CN" in complete("quizzer --lang ", 2)
