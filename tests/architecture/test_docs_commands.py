"""docs/commands.md names every command and every option, and nothing that does not exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from quizzer.cli.exit_codes import ExitCode
from quizzer.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Each command that does something, with its full name."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command, info_name=name)
    for child in command.list_commands(context):
        found = command.get_command(context, child)
        assert found is not None
        yield from commands(found, f"{name} {child}")


COMMANDS = dict(commands(cli, "quizzer"))


@pytest.fixture(scope="module")
def sections(repository: Path) -> dict[str, str]:
    text = (repository / "docs" / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^### `(quizzer [^`]*)`$", text, flags=re.MULTILINE)
    return {
        " ".join(word for word in head.split() if word.islower() and not word.startswith(("-", "["))): body
        for head, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_the_manual_has_a_section_for_each_command_and_no_other(sections: dict[str, str]) -> None:
    assert set(sections) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_section_names_every_option(sections: dict[str, str], name: str) -> None:
    options = [
        max(parameter.opts, key=len)
        for parameter in COMMANDS[name].params
        if isinstance(parameter, click.Option) and not parameter.hidden
    ]

    assert [option for option in options if f"`{option}" not in sections[name]] == []


def test_the_common_options_and_all_exit_codes_are_explained(repository: Path) -> None:
    text = (repository / "docs" / "commands.md").read_text(encoding="utf-8")

    assert all(f"`{option}" in text for option in ("--db", "--lang", "--plain", "--version", "--help"))
    assert [code for code in ExitCode if f"| {code.value} |" not in text] == []
