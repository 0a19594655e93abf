"""Which mentions of a forbidden torch name are found by reading the source alone."""

from __future__ import annotations

import pytest

from quizzer.grader.source_rules import violations

FORBIDDEN = ("torch.nn.Dropout", "torch.nn.functional.dropout", "torch.dropout")


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("import torch\ny = torch.dropout(x, 0.5, True)", 2, 5),
        ("import torch.nn.functional as F\n\nF.dropout(x)", 3, 1),
        ("from torch.nn import functional\nfunctional.dropout(x)", 2, 1),
        ("from torch.nn import Dropout as Mine", 1, 22),
        ("from torch.nn.modules.dropout import Dropout", 1, 38),
        ("from torch import nn\nclass A(nn.Dropout): pass", 2, 9),
        ("import torch\nnn = torch.nn\nnn.Dropout()", 3, 1),
        ("import torch.nn.functional as F\ngetattr(F, 'dropout')(x)", 2, 1),
    ],
)
def test_a_forbidden_name_is_found_by_every_plain_road(source: str, line: int, column: int) -> None:
    first = violations(source, FORBIDDEN)[0]

    assert (first.line, first.column) == (line, column)


@pytest.mark.parametrize(
    "source",
    [
        "import torch\nclass Dropout(torch.nn.Module):\n    def dropout(self): return self.dropout",
        "dropout = 3\nprint(dropout)",
        "text = 'torch.nn.functional.dropout'  # torch.dropout",
        "from mine import dropout\ndropout(1)",
        "def broken(:",
    ],
)
def test_what_only_looks_alike_is_left_alone(source: str) -> None:
    assert violations(source, FORBIDDEN) == ()
