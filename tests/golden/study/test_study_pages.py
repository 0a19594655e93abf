"""The pages of a study session, byte for byte: every kind of card, two languages, two widths, colour or none, plain.

To accept a change, run with QUIZZER_UPDATE_GOLDEN=1 and read the diff.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text as RichText

from quizzer.cli.study_screen import Screen
from quizzer.content.decks import read_deck
from quizzer.domain.card import CardKind, DeckId, ExerciseId, TopicId
from quizzer.domain.code_answer import CaseRun, CodeRuns
from quizzer.domain.draw import render
from quizzer.domain.exercise import Exercise, ExerciseKind
from quizzer.domain.learning_path import Waiting
from quizzer.domain.marking import clue, mark
from quizzer.domain.memory import Rating, State
from quizzer.domain.question import Counts, Question, ask
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from quizzer.reports.card_page import PageStyle
from quizzer.reports.card_summary import Ahead, Summary, help_page, nothing_due_page, summary_page
from quizzer.reports.card_view import Button, answer_page, buttons_page, clue_page, keys_line, question_page
from quizzer.reports.exercise_view import SaveLine, exercise_page, hint_page, remark_lines, result_page, saves_page

HERE = Path(__file__).parent
PAGES = HERE / "pages"
CARDS = {card.id.partition("/")[2]: card for name in ("mini", "coded") for card in read_deck(HERE / name).cards}
KINDS = {
    "basic": "bn-toggle",
    "basic-code": "total-loss",
    "cloze": "linear-weight",
    "choice": "freeze",
    "order": "train-step",
    "compute": "linear-output",
    "bug": "adds-the-tensor",
    "code": "centre-rows",
    "exercise": "dropout-exercise",
}
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SOME_DECKS = tuple(map(DeckId, ("tensors", "shapes", "modules", "losses", "optimizers")))
STYLES = {
    "80": {"width": 80},
    "120": {"width": 120},
    "plain": {"width": 80, "plain": True},
}
LOOKS = {
    **{
        f"{width}{name}": {"width": width, "colour": colour}
        for width in (80, 120)
        for name, colour in (("", False), (".colour", True))
    },
    "plain": {"width": 80, "colour": False, "plain": True},
}
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
TICKS_AND_SPACES = re.compile(r"[`\s]+")
ALL = (Button(Rating.AGAIN, "<1m"), Button(Rating.HARD, "6m"), Button(Rating.GOOD, "10m"), Button(Rating.EASY, "8d"))

DROPOUT = Exercise(
    id=ExerciseId("mini-dropout"),
    version="v1",
    title=Text.of({"en": "Implement Dropout", "zh-CN": "实现 Dropout"}),
    kind=ExerciseKind.IMPLEMENT,
    difficulty=1,
    topics=(TopicId("nn.Dropout"),),
    entry_points=(),
    statement=Text.of(
        {
            "en": "# Implement Dropout\n\nWrite an `nn.Module` named `Dropout` that zeroes each element with "
            "probability `p` in training mode and scales the survivors.\n\n- no `nn.Dropout`\n",
            "zh-CN": "# 实现 Dropout\n\n写一个名为 `Dropout` 的 `nn.Module`：训练模式下以概率 `p` 把元素置零，"
            "并缩放保留下来的元素。\n\n- 不得使用 `nn.Dropout`\n",
        }
    ),
    starter="",
    checks=(),
    checks_source="",
    reference="",
)


RUNS = CodeRuns(
    answer=(CaseRun(([[-1.5, 1.5], [-0.5, 0.5]],)), CaseRun(([[0.0]],))),
    mistakes=((CaseRun(error="RuntimeError: sizes"),) * 2,) * 2,
    typed=(CaseRun(([[-2.0, 1.0], [-0.5, 1.5]],)), CaseRun(([[0.0]],))),
)


def expected_of(question: Question) -> str | None:
    values = question.values
    return f"({values['n']}, {values['o']})" if values else None


def wrong_answer(question: Question) -> str:
    wrong = {
        "choice": "abc",
        "order": question.letters,
        "cloze": "(8, 3)",
        "compute": "4 x 4",
        "bug": "3",
        "code": "x - x.mean()",
    }
    typed = wrong.get(question.card.kind.value, "")
    if question.card.kind.value == "choice":
        options = question.card.body.options
        return next(letter for letter, at in zip(typed, question.places, strict=True) if not options[at].correct)
    return typed


def screen_of(*, width: int, colour: bool, plain: bool = False, language: str) -> tuple[Screen, io.StringIO]:
    """The screen of a session, and all that it sends to the terminal."""
    sent = io.StringIO()
    console = Console(
        file=sent,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=plain,
        legacy_windows=False,
    )
    return Screen(console, language=language, plain=plain), sent


def printed(card_name: str, **look: object) -> str:
    """What reaches the terminal when one card is shown and answered; with colour, its escape sequences too."""
    screen, sent = screen_of(**look)
    screen.show(lines_of(card_name, screen.style))
    return sent.getvalue()


def page_of(card_name: str, style: PageStyle) -> str:
    return plain_text(lines_of(card_name, style))


def lines_of(card_name: str, style: PageStyle) -> list[RichText]:
    """All that one card prints, from the question to the buttons, answered wrong where it can be."""
    card = CARDS[card_name]
    question = ask(card, repetition=0, language=style.language)
    counts = Counts(new=12, learning=2, due=31)
    lines = question_page(question, counts=counts, state=State.NEW, style=style)
    if card.kind.value == "exercise":
        lines += exercise_page(DROPOUT, path="~/quizzer/mini_dropout.py", written=True, style=style)
        return [*lines, *keys_line(question, style=style)]
    expected = expected_of(question)
    why = render(card.why.in_(style.language), {**question.values, "count": 36})
    marked = mark(question, wrong_answer(question), expected=expected, runs=RUNS if card.kind.value == "code" else None)
    lines += keys_line(question, style=style)
    lines += clue_page(clue(question, expected=expected), style=style)
    lines += answer_page(question, marked, why=why, style=style)
    buttons = ALL if marked.correct is None else ALL[:1]
    proposed = Rating.GOOD if marked.correct is None else Rating.AGAIN
    return lines + buttons_page(buttons, proposed=proposed, style=style)


def plain_text(lines: list) -> str:
    return "\n".join(line.plain for line in lines) + "\n"


def check(name: str, page: str) -> None:
    path = PAGES / f"{name}.txt"
    if os.environ.get("QUIZZER_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_card_of_each_kind_looks_as_agreed(kind: str, look: str, language: str) -> None:
    check(f"{kind}.{language}.{look}", printed(KINDS[kind], language=language, **LOOKS[look]))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("kind", KINDS)
def test_colour_takes_no_word_away_and_no_colour_means_no_escape(kind: str, width: int, language: str) -> None:
    coloured = printed(KINDS[kind], language=language, width=width, colour=True)
    bare = printed(KINDS[kind], language=language, width=width, colour=False)

    assert "\x1b" in coloured
    assert "\x1b" not in bare
    # Where nothing is coloured backticks tell code from words, so lines may break elsewhere.
    assert TICKS_AND_SPACES.sub("", ESCAPE.sub("", coloured)) == TICKS_AND_SPACES.sub("", bare)


def test_every_kind_of_card_is_among_the_pages() -> None:
    assert {CARDS[name].kind for name in KINDS.values()} == set(CardKind)


def run_of_dropout(verdict: Verdict, *, minute: int) -> GradeResult:
    scaled = CheckResult(
        "scales",
        Text.of({"en": "Survivors are scaled by 1/(1-p)", "zh-CN": "保留下来的元素乘以 1/(1-p)"}),
        verdict,
        2.0 if verdict.accepted else 0.0,
        2.0,
        message=None if verdict.accepted else Text.of({"en": "got 3.0, expected 1.4", "zh-CN": "得到 3.0，应为 1.4"}),
    )
    return GradeResult(
        exercise=DROPOUT.id,
        exercise_version=DROPOUT.version,
        verdict=verdict,
        checks=(scaled,),
        seed=7,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.02,
        graded_at=datetime(2026, 3, 2, 21, minute, tzinfo=UTC),
    )


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("look", LOOKS)
def test_hints_saves_and_results_of_an_exercise_look_as_agreed(look: str, language: str) -> None:
    screen, sent = screen_of(language=language, **LOOKS[look])
    style = screen.style
    wrong, right = run_of_dropout(Verdict.WA, minute=1), run_of_dropout(Verdict.AC, minute=4)
    explained = replace(DROPOUT, explanation=Text.of({"en": "The *mean* stays.", "zh-CN": "*均值*不变。"}))
    broken = "Not judged: it is not finished yet (line 3: invalid syntax)."
    passed = (SaveLine(wrong.graded_at, wrong), SaveLine(NOON, None, broken), SaveLine(right.graded_at, right))
    pages = [
        exercise_page(DROPOUT, path="~/quizzer/mini_dropout.py", written=False, style=style),
        exercise_page(DROPOUT, path="~/quizzer/mini_dropout.py", written=False, solved=True, style=style),
        hint_page("", number=0, total=0, style=style),
        hint_page("What is the *mean* of a Bernoulli variable?", number=1, total=2, style=style),
        result_page(wrong, explained, file="mini_dropout.py", at=wrong.graded_at, style=style),
        saves_page(passed, style=style),
        result_page(right, explained, file="mini_dropout.py", at=right.graded_at, style=style),
        remark_lines("think of the **mean**", style=style),
        result_page(run_of_dropout(Verdict.JE, minute=5), explained, file="mini_dropout.py", at=NOON, style=style),
    ]

    for page in pages:
        screen.show([*page, RichText()])
    check(f"exercise-saves.{language}.{look}", sent.getvalue())


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("look", ["80", "plain"])
def test_the_pages_around_the_cards_look_as_agreed(look: str, language: str) -> None:
    style = PageStyle(language=language, **STYLES[look])
    stopped = Summary(answered=21, right=18, duration_s=754, skipped=2, exercises=1, stopped=True)
    done = Summary(answered=1, right=0, duration_s=41, skipped=0, exercises=0, stopped=False)
    soon = Ahead(left_today=0, due_tomorrow=31, next_in_s=400, at="21:07")
    tonight = Ahead(left_today=0, due_tomorrow=31, next_in_s=5000, at="22:23", new_waiting=4)
    pages = [
        help_page(style=style),
        summary_page(stopped, Ahead(left_today=7, due_tomorrow=31), style=style),
        summary_page(done, soon, style=style),
        nothing_due_page(tonight, has_cards=True, style=style),
        nothing_due_page(Ahead(0, 2, days_ahead=1), has_cards=True, style=style),
        nothing_due_page(Ahead(0, 0, days_ahead=12), has_cards=True, style=style),
        nothing_due_page(Ahead(0, 0), has_cards=True, style=style),
        nothing_due_page(Ahead(0, 0), has_cards=False, style=style),
        nothing_due_page(Ahead(0, 0, waiting=Waiting(60, SOME_DECKS[:1])), has_cards=True, style=style),
        nothing_due_page(Ahead(0, 0, days_ahead=3, waiting=Waiting(60, SOME_DECKS)), has_cards=True, style=style),
        summary_page(done, Ahead(0, 2, days_ahead=1, waiting=Waiting(58, SOME_DECKS[:2])), style=style),
    ]

    check(f"around.{language}.{look}", "\n".join(plain_text(page) for page in pages))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("basic-code", "exercise")])
def test_no_line_is_wider_than_the_terminal(kind: str, width: int, language: str) -> None:
    from rich.cells import cell_len

    page = page_of(KINDS[kind], PageStyle(width=width, language=language))

    too_wide = [line for line in page.splitlines() if cell_len(line) > width]
    # Code is never wrapped: it would no longer be what it says.
    allowed = ("[3", "[1", "keepdim=True)", "3  loss = F.mse_loss")
    assert [line for line in too_wide if not any(part in line for part in allowed)] == []
