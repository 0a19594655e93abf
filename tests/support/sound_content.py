"""A deck and an exercise without a fault, and the ways in which a test may spoil one of their files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DECK = """\
schema: 1
id: demo
version: "1"
title: Demo
description: For tests
licence: MIT
topics:
  - {id: shapes}
  - {id: layers, requires: [shapes]}
"""
BASIC = """\
cards:
  - id: rows
    kind: basic
    topic: shapes
    prompt: {en: "Which axis counts the rows?", zh-CN: "哪个轴数行？"}
    answer: {en: Axis 0., zh-CN: 第 0 轴。}
    why: {en: Rows are written first., zh-CN: 行写在前面。}
    source: definition
    verify: |
      x = torch.zeros(2, 3)
      assert x.shape[0] == 2
"""
CLOZE = """\
cards:
  - id: weight
    kind: cloze
    topic: layers
    text: "`nn.Linear(8, 3).weight` has shape {{c1::(3, 8)}}."
    why: The layer multiplies by the transpose.
    source: run
"""
CHOICE = """\
cards:
  - id: view
    kind: choice
    topic: shapes
    prompt: Where does writing into a view show?
    options:
      - {text: In both tensors, correct: true}
      - {text: In the view alone, mistake: view-copies, feedback: It never copies.}
      - {text: In none of them, mistake: read-only, feedback: It can be written to.}
    why: They share one memory.
    source: run
"""
ORDER = """\
cards:
  - id: step
    kind: order
    topic: layers
    prompt: Put one training step in order.
    lines: [out = model(x), loss = f(out), loss.backward(), opt.step()]
    before: [[0, 1], [1, 2], [2, 3]]
    why: A step needs gradients.
    source: docs
"""
COMPUTE = """\
cards:
  - id: sides
    kind: compute
    topic: shapes
    prompt: "A side of {height} and a kernel of {k}, without padding. Side of the result?"
    parameters: {height: {range: [14, 33]}, k: {choice: [3, 5, 7]}}
    where: ["k <= height"]
    answer: height - k + 1
    answer_type: number
    why: The kernel must fit.
    source: run
"""
BUG = """\
cards:
  - id: total
    kind: bug
    topic: layers
    prompt: Memory grows with each batch. Which line is wrong?
    code: |
      loss = f(model(x), y)
      loss.backward()
      total += loss
    line: 3
    fix: total += loss.item()
    check: assert isinstance(total, float)
    why: The tensor keeps its graph alive.
    source: run
"""
CODE = """\
cards:
  - id: centre
    kind: code
    topic: shapes
    prompt: Write one expression that doubles `x`.
    cases: ["x = torch.randn(3)"]
    answer: 2 * x
    accept: [x + x]
    compare: [result]
    why: Numbers broadcast.
    source: run
"""
EXERCISE_CARD = "cards:\n  - {id: write-it, kind: exercise, topic: layers, exercise: add-one}\n"
EXERCISE = """\
schema: 1
id: add-one
title: {en: Add one, zh-CN: 加一}
kind: implement
difficulty: 1
topics: [shapes]
entry_points:
  - {name: add_one, signature: add_one(x)}
hints:
  - {en: "What is 1 + 1?", zh-CN: "1 + 1 是多少？"}
explanation: {en: One more., zh-CN: 多一。}
"""
CHECKS = """\
from quizzer.checks import check, expect


@check({"en": "One is added", "zh-CN": "加了一"}, points=2)
def adds_one(learner, case):
    expect.equal(learner.add_one(1), 2)
"""
REFERENCE = "def add_one(x):\n    return x + 1\n"
ACCEPTED, WRONG = "add-one/submissions/accepted", "add-one/submissions/wrong_answer"
SOUND = {
    "demo/deck.yaml": DECK,
    "demo/cards/basic.yaml": BASIC,
    "demo/cards/bug.yaml": BUG,
    "demo/cards/choice.yaml": CHOICE,
    "demo/cards/cloze.yaml": CLOZE,
    "demo/cards/code.yaml": CODE,
    "demo/cards/compute.yaml": COMPUTE,
    "demo/cards/task.yaml": EXERCISE_CARD,
    "demo/cards/order.yaml": ORDER,
    "add-one/exercise.yaml": EXERCISE,
    "add-one/statement.md": "Return `x + 1`.\n",
    "add-one/statement.zh-CN.md": "返回 `x + 1`。\n",
    "add-one/starter.py": "# quizzer: add-one\ndef add_one(x): ...\n",
    "add-one/checks.py": CHECKS,
    f"{ACCEPTED}/reference.py": REFERENCE,
    f"{ACCEPTED}/other.py": "add_one = (1).__add__\n",
} | {f"{WRONG}/{n}.py": f"# caught-by: adds_one\ndef add_one(x):\n    return x + {n}\n" for n in (2, 3, 4, 5, 6)}


SECOND_DECK = DECK.replace("id: demo", "id: second").replace("shapes", "sizes").replace("layers", "modules")
SECOND_CARDS = """\
cards:
  - {id: a, kind: basic, topic: sizes, prompt: What grows?, answer: The batch axis., why: It is first., source: run}
  - {id: b, kind: basic, topic: modules, prompt: What shrinks?, answer: Their side., why: By pooling., source: run}
"""


@dataclass(frozen=True)
class Link:
    """A file that is a link."""

    target: str


Change = str | bytes | tuple[str, str] | Link | None
"""A file's new content, an old piece of it and what takes its place, a link, or nothing: it is taken away."""


def write_spoilt(folder: Path, changes: Mapping[str, Change]) -> None:
    """Write ``SOUND`` with these changes."""
    files: dict[str, Change] = dict(SOUND)
    for name, change in changes.items():
        if isinstance(change, tuple):
            text = files[name]
            assert isinstance(text, str)
            assert text.count(change[0]) == 1, f"{name} does not have this once: {change[0]}"
            files[name] = text.replace(*change)
        else:
            files[name] = change
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            path.symlink_to(content.target)
        elif content is not None:
            path.write_bytes(content if isinstance(content, bytes) else str(content).encode())


def cards(name: str, old: str, new: str) -> Mapping[str, Change]:
    """A piece of one of the files of cards is another."""
    return {f"demo/cards/{name}.yaml": (old, new)}
