"""The files that a new deck or exercise begins with: whole in form, with holes that lint and verify name."""

from __future__ import annotations

DECK_FILES = {
    "deck.yaml": """\
schema: 1
id: {id}
version: "1"
title: {{en: "", zh-CN: ""}}
description: {{en: "", zh-CN: ""}}
licence: ""
topics:
  - {{id: ""}}
""",
    "cards/10-first.yaml": """\
cards:
  - id: first
    kind: basic
    topic: ""
    prompt: {{en: "", zh-CN: ""}}
    answer: {{en: "", zh-CN: ""}}
    why: {{en: "", zh-CN: ""}}
    source: ""
""",
}
"""Every empty text is an error that lint names by line and column."""

EXERCISE_FILES = {
    "exercise.yaml": """\
schema: 1
id: {id}
title: {{en: "", zh-CN: ""}}
kind: implement
difficulty: 1
topics: [""]
entry_points:
  - {{name: {name}, signature: "{name}(x) -> Tensor"}}
hints:
  - {{en: "", zh-CN: ""}}
explanation: {{en: "", zh-CN: ""}}
""",
    "statement.md": "",
    "statement.zh-CN.md": "",
    "starter.py": """\
# quizzer: {id}
import torch


def {name}(x):
    raise NotImplementedError
""",
    "checks.py": """\
from quizzer.checks import check, expect


@check({{"en": "The result has the shape of the input", "zh-CN": "结果与输入形状相同"}})
def keeps_the_shape(learner, case):
    x = case.randn(3, 5)
    expect.tensor(learner.{name}(x), shape=(3, 5))
""",
    "submissions/accepted/reference.py": """\
import torch


def {name}(x):
    raise NotImplementedError("write the solution")
""",
    "submissions/accepted/another_way.py": """\
import torch


def {name}(x):
    raise NotImplementedError("write a solution in another style")
""",
    "submissions/wrong_answer/sums.py": """\
# caught-by: keeps_the_shape
# mistake: You seem to reduce over an axis.
# mistake[zh-CN]: 你似乎沿某个轴做了归约。
def {name}(x):
    return x.sum(dim=0)
""",
}
"""Empty texts are errors of lint; the solutions that are not written yet are findings of verify."""

_MODULE = """\
import torch
from torch import nn


class {name}(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        """
MODULE_FILES = EXERCISE_FILES | {
    "exercise.yaml": EXERCISE_FILES["exercise.yaml"].replace("{name}(x) -> Tensor", "{name}()"),
    "starter.py": f"# quizzer: {{id}}\n{_MODULE}raise NotImplementedError\n",
    "checks.py": EXERCISE_FILES["checks.py"].replace("learner.{name}(x)", "learner.{name}()(x)"),
    "submissions/accepted/reference.py": f'{_MODULE}raise NotImplementedError("write the solution")\n',
    "submissions/accepted/another_way.py": f'{_MODULE}raise NotImplementedError("write a solution in another style")\n',
    "submissions/wrong_answer/sums.py": (
        EXERCISE_FILES["submissions/wrong_answer/sums.py"].partition("def ")[0] + f"{_MODULE}return x.sum(dim=0)\n"
    ),
}
"""The same for an exercise that asks for a module instead of a function."""
