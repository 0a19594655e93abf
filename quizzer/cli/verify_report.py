# ruff: noqa: PLC0415 - imports wait until the command runs, so that --help and completion stay quick
"""What ``quizzer verify`` prints of its proofs: tables and findings, one JSON object, or JUnit XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from quizzer.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizzer.cli.context import AppContext
    from quizzer.domain.card_proof import DeckProof
    from quizzer.domain.errors import InputError
    from quizzer.domain.proof import ExerciseProof
    from quizzer.services.verify_targets import Targets

FORMATS = ("text", "json", "junit")


@dataclass(frozen=True, slots=True)
class Proved:
    """What was to be proved, and the proofs of what could be read."""

    targets: Targets
    exercises: list[ExerciseProof]
    decks: list[DeckProof]

    @property
    def exit_code(self) -> ExitCode:
        """What it comes to."""
        from quizzer.domain.proof import Fault

        if any(finding.fault is Fault.JUDGE_ERROR for proof in self.exercises for finding in proof.findings):
            return ExitCode.JUDGE
        if self.targets.problems:
            return ExitCode.INPUT
        whole = all(proof.proved for proof in self.exercises) and all(deck.proved for deck in self.decks)
        return ExitCode.OK if whole else ExitCode.NEGATIVE


def print_pages(app: AppContext, proved: Proved, *, matrix: bool) -> None:
    """Tables of exercises and decks, what is wrong with them, and how many are proved."""
    from quizzer.reports.verify_view import matrix_page

    for proof in proved.exercises if matrix else ():
        app.show(matrix_page(proof, style=app.page_style))
    _print_exercises(app, proved)
    _print_decks(app, proved.decks)
    print_problems(proved.targets.problems)
    _print_counts(app, proved)


def _print_exercises(app: AppContext, proved: Proved) -> None:
    from rich.text import Text as RichText

    from quizzer.reports.verify_view import findings_page, proofs_table

    if proved.exercises:
        app.show([*proofs_table(proved.exercises, style=app.page_style), RichText()])
    for proof in proved.exercises:
        app.show(findings_page(proof, style=app.page_style))


def _print_decks(app: AppContext, proofs: Sequence[DeckProof]) -> None:
    from rich.text import Text as RichText

    from quizzer.reports.verify_cards_view import deck_findings_page, decks_proofs_table

    if proofs:
        app.show([*decks_proofs_table(proofs, style=app.page_style), RichText()])
    for proof in proofs:
        app.show(deck_findings_page(proof, style=app.page_style))


def print_problems(problems: Sequence[tuple[Path, InputError]]) -> None:
    """What keeps an exercise or a deck from being read, a line each."""
    for _, problem in problems:
        for diagnostic in problem.diagnostics:
            click.echo(str(diagnostic))


def _print_counts(app: AppContext, proved: Proved) -> None:
    from quizzer.reports.words import say

    if proved.targets.exercises:
        count = sum(proof.proved for proof in proved.exercises)
        click.echo(say(app.language, "proof_counts", proved=count, total=len(proved.targets.exercises)))
    if proved.targets.decks:
        cards = [card for deck in proved.decks for card in deck.cards]
        count = sum(card.proved for card in cards)
        click.echo(say(app.language, "proof_card_counts", proved=count, total=proved.targets.cards))


def print_json(proved: Proved, *, seeds: Sequence[int], draws: int) -> None:
    """One object."""
    from quizzer.reports.json_format import dumps
    from quizzer.reports.verify_cards_view import deck_proof_object
    from quizzer.reports.verify_view import proof_object

    told = {
        "seeds": list(seeds),
        "draws": draws,
        "exercises": [proof_object(proof) for proof in proved.exercises],
        "decks": [deck_proof_object(proof) for proof in proved.decks],
        "unread": unread_objects(proved.targets.problems),
    }
    click.echo(dumps(told))


def unread_objects(problems: Sequence[tuple[Path, InputError]]) -> list[dict[str, Any]]:
    """What could not be read, as JSON has it."""
    from quizzer.reports.json_format import diagnostic_object

    return [
        {"folder": str(folder), "diagnostics": [diagnostic_object(one) for one in problem.diagnostics]}
        for folder, problem in problems
    ]


def print_junit(proved: Proved) -> None:
    """JUnit XML, in UTF-8 whatever the terminal's encoding."""
    from quizzer.reports.verify_junit import verify_junit

    document = verify_junit(proved.exercises, proved.decks, proved.targets.problems)
    click.echo(document.encode("utf-8", errors="replace"), nl=False)
