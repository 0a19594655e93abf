"""A deck of three cards and the exercise that one of them asks for, written to a folder."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DECK = """
schema: 1
id: mini
version: "1"
title: {en: Mini, zh-CN: 小卡组}
description: {en: Two cards, zh-CN: 两张卡片}
licence: MIT
topics:
  - {id: tensors}
"""

CARDS = """
cards:
  - id: rank
    kind: basic
    topic: tensors
    prompt: {en: "What is a scalar's rank?", zh-CN: "标量的秩是多少？"}
    answer: {en: "0", zh-CN: "0"}
    why: {en: "It has no axis.", zh-CN: "它没有轴。"}
    source: "definition"
  - id: rows
    kind: basic
    topic: tensors
    prompt: {en: "Which axis counts rows?", zh-CN: "哪个轴是行？"}
    answer: {en: "axis 0", zh-CN: "第 0 轴"}
    why: {en: "Shapes are written rows first.", zh-CN: "形状先写行。"}
    source: "definition"
  - id: exercise-double
    kind: exercise
    topic: tensors
    exercise: double
"""

EXERCISE = """
schema: 1
id: double
title: {en: Double it, zh-CN: 翻倍}
kind: implement
difficulty: 1
topics: [tensors]
entry_points:
  - {name: double, signature: "double(x)"}
hints:
  - {en: Which operator multiplies?, zh-CN: 哪个运算符是乘法？}
  - {en: Multiply by 2., zh-CN: 乘以 2。}
explanation: {en: Twice x is x + x., zh-CN: 两倍就是 x + x。}
"""

CHECKS = '''
"""Hidden checks."""

import torch

from quizzer.checks import check, expect


@check({"en": "Doubles", "zh-CN": "翻倍"}, points=2, hint={"en": "Twice?", "zh-CN": "两倍？"})
def doubles(learner, case):
    x = case.randn(3, 4)
    expect.close(learner.double(x), x * 2)


@check({"en": "Keeps the shape", "zh-CN": "形状不变"}, hint={"en": "Elementwise.", "zh-CN": "逐元素。"})
def keeps_shape(learner, case):
    expect.tensor(learner.double(torch.ones(2, 5)), shape=(2, 5))
'''

STARTER = '# quizzer: double\ndef double(x):\n    raise NotImplementedError("write double")\n'
RIGHT = "# quizzer: double\ndef double(x):\n    return x * 2\n"
WRONG = "# quizzer: double\ndef double(x):\n    return x * 3\n"

FILES = {
    "decks/mini/deck.yaml": DECK,
    "decks/mini/cards/tensors.yaml": CARDS,
    "exercises/basics/double/exercise.yaml": EXERCISE,
    "exercises/basics/double/statement.md": "Write `double(x)`.\n",
    "exercises/basics/double/statement.zh-CN.md": "写出 `double(x)`。\n",
    "exercises/basics/double/starter.py": STARTER,
    "exercises/basics/double/checks.py": CHECKS,
    "exercises/basics/double/submissions/accepted/reference.py": "def double(x):\n    return x * 2\n",
    "exercises/basics/double/submissions/accepted/adds.py": "def double(x):\n    return x + x\n",
    "exercises/basics/double/submissions/wrong_answer/triples.py": (
        "# caught-by: doubles\ndef double(x):\n    return x * 3\n"
    ),
}


def write_content(folder: Path) -> Path:
    """Write all files below ``folder`` and return it."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(content).lstrip("\n"), encoding="utf-8")
    return folder


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a piece of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
