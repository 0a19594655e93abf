"""The program: the table of commands, and the one place where an error becomes an exit code."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import click

from quizzer.cli.context import AppContext
from quizzer.cli.exit_codes import ExitCode, exit_code
from quizzer.cli.lazy import Entry, LazyGroup
from quizzer.cli.options import accept_common_options, common_options
from quizzer.cli.spoken import SpokenContext, complain, explain, in_language, language_of_reader
from quizzer.domain.errors import QuizzerError

if TYPE_CHECKING:
    from collections.abc import Sequence


_COLLECT_AFTER = 50_000
"""Containers; Python itself looks after 700."""

COMMANDS: dict[str, Entry] = {
    "study": Entry("quizzer.cli.study", "study", "Study what is due, then new cards."),
    "grade": Entry("quizzer.cli.grade", "grade", "Judge your code for an exercise."),
    "watch": Entry("quizzer.cli.watch", "watch", "Judge your code each time you save it."),
    "exercise": Entry("quizzer.cli.exercise", "exercise", "List, read and start coding exercises."),
    "deck": Entry("quizzer.cli.deck", "deck", "List, import, export and check decks."),
    "verify": Entry("quizzer.cli.verify", "verify", "Prove exercises by their solutions, and cards by running them."),
    "schema": Entry("quizzer.cli.schema", "schema", "Print the JSON Schema of decks or exercises for your editor."),
    "search": Entry("quizzer.cli.search", "search", "Find cards by text, topic, state and memory."),
    "card": Entry("quizzer.cli.card", "card", "Look at single cards, put them away, flag and tag them."),
    "path": Entry("quizzer.cli.path", "path", "The way through decks and exercises, and where you are on it."),
    "stats": Entry("quizzer.cli.stats", "stats", "What is due, learned and remembered."),
    "optimise": Entry("quizzer.cli.optimise", "optimise", "Fit the schedule to your own memory."),
    "reschedule": Entry("quizzer.cli.reschedule", "reschedule", "Move due dates to what your settings say now."),
    "simulate": Entry("quizzer.cli.simulate", "simulate", "What remembering more or less would cost you a day."),
    "config": Entry("quizzer.cli.config", "config", "Your settings: retention, limits, steps, language."),
    "backup": Entry("quizzer.cli.backup", "backup", "Copies of your cards and answers: list, make, put back."),
    "undo": Entry("quizzer.cli.undo", "undo", "Take back the last answer."),
    "doctor": Entry("quizzer.cli.doctor", "doctor", "Check this machine and show where things are."),
    "completion": Entry("quizzer.cli.completion", "completion", "Print tab completion for your shell."),
}


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        from quizzer import __version__  # noqa: PLC0415 - only here

        click.echo(f"quizzer {__version__}")
        ctx.exit()


cli = LazyGroup(
    "quizzer",
    table=COMMANDS,
    prepare=accept_common_options,
    params=[
        *common_options(),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help="Show the version and exit.",
        ),
    ],
    help="Learn PyTorch for good: cards and coding exercises that return just before you forget them.",
    epilog="Start with: quizzer study",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=True,
)
cli.context_class = SpokenContext


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with a code of ``ExitCode``; ``arguments`` default to the process's."""
    # What a start makes lives to the end: looking for garbage in it takes 5 ms and finds none.
    gc.set_threshold(_COLLECT_AFTER)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a "?" in its place, never a traceback.
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if "_QUIZZER_COMPLETE" in os.environ:
        cli.main(prog_name="quizzer", complete_var="_QUIZZER_COMPLETE")
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every error is explained on stderr."""
    app = AppContext()
    try:
        try:
            with cli.make_context("quizzer", arguments, obj=app) as ctx:
                cli.invoke(ctx)
        finally:
            # Here and not at interpreter exit, where a closed pipe could only be reported as a traceback.
            sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("\n" + in_language(language_of_reader(app), "interrupted"), err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return ExitCode.PIPE_CLOSED
    except click.ClickException as problem:
        complain(problem, language_of_reader(app))
        return ExitCode.USAGE
    except QuizzerError as problem:
        explain(problem, language_of_reader(app))
        return exit_code(problem)
    except Exception:  # noqa: BLE001 - the border of the process: a defect of ours must not look like "not accepted"
        _confess(language_of_reader(app))
        return ExitCode.JUDGE
    return ExitCode.OK


def _confess(language: str) -> None:
    import traceback  # noqa: PLC0415 - only where something is wrong with us

    click.echo(traceback.format_exc(), err=True)
    told = in_language(language, "this is a defect of quizzer, not your fault; please report the lines above")
    click.echo(f"quizzer: {told}", err=True)


def _forget_stdout() -> None:
    # What is still buffered would be written at exit, into the pipe that nobody reads.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
