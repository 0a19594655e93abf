"""``quizzer deck new``, ``ids`` and ``diff``, ``exercise new``: what they write, and what they leave alone."""

from __future__ import annotations

import difflib
import shutil
from typing import TYPE_CHECKING

import pytest

from small_content import rewrite, write_content

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

TENSORS = "decks/mini/cards/tensors.yaml"
CARDS = """\
# What an author wrote, in an author's own way.
cards:
  - kind: basic      # the first
    # about rows
    topic:   tensors
    prompt: {en: "Which axis counts the rows of `x`?", zh-CN: "哪个轴是行？"}
    answer: "`0`"
    why: 'Rows first.'
    source: definition

  - prompt: |
      ```python
      x = 1
      ```
      Which axis counts the rows of `y`?
    kind: basic
    topic: tensors
    answer: "`0`"
    why: Rows first.
    source: definition
  - {kind: exercise, topic: tensors, exercise: double}
  - id: mine
    kind: cloze
    topic: tensors
    text: "A scalar has {{c1::0}} axes."
    why: None.
    source: definition
  - kind: cloze
    topic: tensors
    text: {zh-CN: "{{c1::0}} 个轴"}
    why: None.
    source: definition
"""
EXERCISE_CARD = """\
  - id: exercise-double
    kind: exercise
    topic: tensors
    exercise: double
"""
ROWS = """\
    kind: basic
    topic: tensors
    prompt: {en: "Which axis counts rows?", zh-CN: "哪个轴是行？"}
    answer: {en: "axis 0", zh-CN: "第 0 轴"}
"""
ROWS_AS_CLOZE = """\
    kind: cloze
    topic: tensors
    text: {en: "Rows are axis {{c1::0}}.", zh-CN: "行是第 {{c1::0}} 轴。"}
"""


@pytest.fixture
def deck(quizzer: Program) -> Path:
    return write_content(quizzer.folder / "mine") / "decks/mini"


@pytest.fixture
def versions(quizzer: Program) -> tuple[Path, Path]:
    """The file of cards in two versions of the small content, ``old`` and ``new``, equal so far."""
    old, new = (write_content(quizzer.folder / name) / TENSORS for name in ("old", "new"))
    return old, new


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_new_deck_is_whole_in_form_and_lint_names_each_hole(quizzer: Program) -> None:
    begun = quizzer("deck", "new", "my-deck")

    linted = quizzer("deck", "lint", "my-deck", "--json")

    assert begun.code == 0
    assert begun.out.splitlines() == ["my-deck/deck.yaml", "my-deck/cards/10-first.yaml"]
    assert linted.code == 1
    assert {one["code"] for one in linted.json["diagnostics"]} == {"E205"}
    files = [quizzer.folder / name for name in begun.out.splitlines()]
    assert linted.json["errors"] == sum(path.read_text(encoding="utf-8").count('""') for path in files) == 14


def test_a_new_deck_that_is_filled_in_is_clean(quizzer: Program) -> None:
    quizzer("deck", "new", "my-deck")
    answers = iter(["Rows or columns first?", "Rows come first.", "Shapes are written in that order."])
    for path in sorted((quizzer.folder / "my-deck").rglob("*.yaml"), reverse=True):
        text = path.read_text(encoding="utf-8").replace('zh-CN: ""', "zh-CN: 行或列")
        while 'en: ""' in text:
            text = text.replace('en: ""', f"en: {next(answers, 'Axes')}", 1)
        path.write_text(text.replace('""', "axes"), encoding="utf-8")

    linted = quizzer("deck", "lint", "my-deck")

    assert linted.code == 0, linted.out


def test_a_new_exercise_is_told_its_missing_texts_by_lint_and_its_missing_proof_by_verify(quizzer: Program) -> None:
    begun = quizzer("exercise", "new", "layer-norm", "--json")
    linted = quizzer("deck", "lint", "layer-norm", "--json")
    folder = quizzer.folder / "layer-norm"
    for name in ("statement.md", "statement.zh-CN.md"):
        (folder / name).write_text("写 / write it\n", encoding="utf-8")
    header = folder / "exercise.yaml"
    text = header.read_text(encoding="utf-8").replace('en: ""', "en: A").replace('zh-CN: ""', "zh-CN: 甲")
    header.write_text(text.replace('""', "layers"), encoding="utf-8")

    assert "layer-norm/checks.py" in begun.json["written"]
    assert sorted({one["code"] for one in linted.json["diagnostics"]}) == ["E104", "E205"]
    assert quizzer("deck", "lint", "layer-norm").code == 0
    verified = quizzer("verify", "layer-norm", "--seeds", "1")
    assert verified.code == 1
    assert "reference.py" in verified.out
    assert "another_way.py" in verified.out
    assert "sums.py" not in verified.out


@pytest.mark.parametrize("command", ["deck", "exercise"])
def test_nothing_is_written_over_and_a_name_must_be_an_id(quizzer: Program, command: str) -> None:
    (quizzer.folder / "full").mkdir()
    (quizzer.folder / "full" / "note.txt").write_text("mine")

    assert quizzer(command, "new", "full").code == 2
    assert quizzer(command, "new", "My_Deck").code == 2
    assert sorted(path.name for path in quizzer.folder.rglob("*")) == ["full", "note.txt"]


def test_a_function_has_a_name_of_python(quizzer: Program) -> None:
    assert quizzer("exercise", "new", "1d-norm").code == 2
    assert quizzer("exercise", "new", "1d-norm", "--function", "norm_1d").code == 0
    assert "def norm_1d(x)" in (quizzer.folder / "1d-norm/starter.py").read_text()


def test_a_function_is_not_called_like_a_word_of_python(quizzer: Program) -> None:
    refused = quizzer("exercise", "new", "pass")

    assert refused.code == 2
    assert "'pass' is no name for a function" in refused.err
    assert quizzer("exercise", "new", "skip", "--module", "None").code == 2
    assert list(quizzer.folder.iterdir()) == []


def test_a_new_exercise_may_ask_for_a_module(quizzer: Program) -> None:
    begun = quizzer("exercise", "new", "layer-norm", "--module", "LayerNorm")
    folder = quizzer.folder / "layer-norm"

    assert begun.code == 0
    assert quizzer("deck", "lint", "layer-norm", "--json").json["errors"] == 9
    for path in (folder / "starter.py", *folder.glob("submissions/*/*.py")):
        assert "class LayerNorm(nn.Module):" in path.read_text(encoding="utf-8")
    assert "learner.LayerNorm()(x)" in (folder / "checks.py").read_text(encoding="utf-8")


def test_learners_write_a_function_or_a_module(quizzer: Program) -> None:
    refused = quizzer("exercise", "new", "norm", "--module", "Norm", "--function", "norm")

    assert refused.code == 2
    assert "leave out --function or --module" in refused.err


def test_missing_ids_are_proposed_and_nothing_is_written_unless_asked(quizzer: Program, deck: Path) -> None:
    path = deck / "cards/more.yaml"
    path.write_text(CARDS, encoding="utf-8")

    proposed = quizzer("deck", "ids", deck)

    assert proposed.code == 1
    assert [line.rpartition("more.yaml:")[2] for line in proposed.out.splitlines()] == [
        "3:5 axis-counts-rows",
        "11:5 axis-counts-rows-2",
        "21:5 double",
        "28:5 cloze",
    ]
    assert path.read_text(encoding="utf-8") == CARDS


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "marked"])
def test_each_id_is_one_added_line_and_nothing_else_changes(quizzer: Program, deck: Path, end: str, mark: str) -> None:
    path = deck / "cards/more.yaml"
    before = CARDS.replace("  - {kind: exercise, topic: tensors, exercise: double}\n", "")
    path.write_bytes((mark + before.replace("\n", end)).encode())

    done = quizzer("deck", "ids", deck, "--write")

    after = path.read_bytes().decode()
    assert done.code == 0, done.err
    assert changed_lines(before, after.removeprefix("\ufeff")) == [
        "+     id: axis-counts-rows",
        "+     id: axis-counts-rows-2",
        "+     id: cloze",
    ]
    assert after.startswith(mark + "#")
    assert after.count(end) == after.count("\n") == before.count("\n") + 3
    assert quizzer("deck", "ids", deck).out == ""


def test_a_card_in_braces_gets_its_id_inside(quizzer: Program, deck: Path) -> None:
    path = deck / "cards/more.yaml"
    path.write_text("cards: [{kind: exercise, topic: tensors, exercise: double}]\n", encoding="utf-8")

    quizzer("deck", "ids", path, "--write")

    assert (
        path.read_text(encoding="utf-8") == "cards: [{id: double, kind: exercise, topic: tensors, exercise: double}]\n"
    )


def test_an_id_is_new_to_the_whole_deck_though_one_file_is_named(quizzer: Program, deck: Path) -> None:
    (deck / "cards/a.yaml").write_text("cards:\n  - prompt: Rows?", encoding="utf-8")
    (deck / "cards/b.yaml").write_text("cards:\n  - prompt: Rank?\n", encoding="utf-8")

    done = quizzer("deck", "ids", deck / "cards/a.yaml", "--write")

    assert (deck / "cards/a.yaml").read_text() == "cards:\n  - prompt: Rows?\n    id: rows-2\n"
    assert (deck / "cards/b.yaml").read_text() == "cards:\n  - prompt: Rank?\n"
    assert done.out.split()[-1] == "rows-2"


def test_no_id_is_written_while_a_file_is_no_yaml(quizzer: Program, deck: Path) -> None:
    (deck / "cards/more.yaml").write_text("cards:\n  - kind: basic\n", encoding="utf-8")
    (deck / "cards/zzz.yaml").write_text("cards: [", encoding="utf-8")

    refused = quizzer("deck", "ids", deck, "--write")

    assert refused.code == 3
    assert "zzz.yaml" in refused.err
    assert (deck / "cards/more.yaml").read_text() == "cards:\n  - kind: basic\n"


def test_a_diff_says_which_histories_are_kept_and_which_are_lost(quizzer: Program, versions: tuple[Path, Path]) -> None:
    _, new = versions
    rewrite(new, "It has no axis.", "No axis, no rank.")
    rewrite(new, "id: rows", "id: rows-first")
    rewrite(new, "cards:\n", "cards:\n  - {id: extra, kind: exercise, topic: tensors, exercise: double}\n")

    shown = quizzer("deck", "diff", "old", "new")
    as_json = quizzer("deck", "diff", "old", "new", "--json")

    assert shown.code == as_json.code == 1
    assert shown.out.splitlines() == ["~ mini/rank (why)", "+ mini/extra", "> mini/rows -> mini/rows-first"]
    assert shown.err.strip() == "histories kept: 2, lost: 1; new cards: 1"
    assert as_json.json["renamed"] == [{"old": "mini/rows", "new": "mini/rows-first"}]
    assert (as_json.json["kept"], as_json.json["changed"]) == (1, [{"card": "mini/rank", "fields": ["why"]}])


def test_versions_are_compared_whatever_their_folders_are_called_and_however_they_are_packed(
    quizzer: Program, versions: tuple[Path, Path]
) -> None:
    old, new = versions
    quizzer("deck", "build", new.parents[3], "-o", "week.quizzer")
    rewrite(new, "id: rows", "id: rows-first")
    (quizzer.folder / "v2").mkdir()
    shutil.copytree(new.parents[1], quizzer.folder / "v2" / "mini (copy)")
    quizzer("deck", "import", old.parents[3])
    quizzer("deck", "export", "mini", "-o", "mini.json")
    lost = (1, "> mini/rows -> mini/rows-first\n")

    for before in (old.parents[1], old, "week.quizzer", "mini.json"):
        found = quizzer("deck", "diff", before, "v2/mini (copy)")

        assert (found.code, found.out) == lost, (before, found.err)


def test_a_diff_with_what_is_no_deck_says_so(quizzer: Program, versions: tuple[Path, Path]) -> None:
    (quizzer.folder / "empty").mkdir()

    refused = quizzer("deck", "diff", versions[0], "empty")

    assert refused.code == 3
    assert "there are no decks in empty" in refused.err


def test_a_removed_card_loses_its_history_and_an_added_one_loses_none(
    quizzer: Program, versions: tuple[Path, Path]
) -> None:
    rewrite(versions[0], EXERCISE_CARD, "")

    there, back = quizzer("deck", "diff", "old", "new"), quizzer("deck", "diff", "new", "old")

    assert (there.code, there.out) == (0, "+ mini/exercise-double\n")
    assert (back.code, back.out) == (1, "- mini/exercise-double\n")


def test_another_kind_of_card_under_the_same_id_is_named(quizzer: Program, versions: tuple[Path, Path]) -> None:
    rewrite(versions[1], ROWS, ROWS_AS_CLOZE)

    assert quizzer("deck", "diff", "old", "new").out == "~ mini/rows (kind)\n"
