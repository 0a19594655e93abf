"""The lazy group: every command is where the table says, and nothing is loaded to list them."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from quizzer.cli.exit_codes import ExitCode, exit_code
from quizzer.cli.lazy import Entry, LazyGroup
from quizzer.cli.main import COMMANDS, cli
from quizzer.domain.errors import EnvironmentProblem, InputError, JudgeError, QuizzerError, UsageError


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_table_says(name: str) -> None:
    context = click.Context(cli, info_name="quizzer")

    command = cli.get_command(context, name)

    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help


def test_a_listing_loads_no_command() -> None:
    group = LazyGroup("demo", table={"ghost": Entry("no.such.module", "ghost", "Cannot be loaded.")})

    shown = CliRunner().invoke(group, ["--help"])

    assert shown.exit_code == 0
    assert "Cannot be loaded." in shown.output


def test_a_misspelt_command_is_answered_with_the_nearest() -> None:
    shown = CliRunner().invoke(cli, ["grad"])

    assert shown.exit_code == ExitCode.USAGE
    assert "Did you mean 'grade'?" in shown.output


def test_common_options_are_taken_after_the_command_too() -> None:
    context = click.Context(cli, info_name="quizzer")
    command = cli.get_command(context, "exercise")
    assert isinstance(command, click.Group)

    options = {option for parameter in command.commands["show"].params for option in parameter.opts}

    assert {"--db", "--lang", "--plain", "--json"} <= options


def test_loading_a_command_twice_adds_the_common_options_once() -> None:
    context = click.Context(cli, info_name="quizzer")

    cli.get_command(context, "stats")
    command = cli.get_command(context, "stats")

    assert command is not None
    assert [parameter.name for parameter in command.params].count("lang") == 1


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (UsageError("x"), 2),
        (InputError("x"), 3),
        (JudgeError("x"), 4),
        (EnvironmentProblem("x"), 5),
        (QuizzerError("x"), 4),
    ],
)
def test_each_class_of_error_has_its_exit_code(problem: QuizzerError, code: int) -> None:
    assert exit_code(problem) == code
