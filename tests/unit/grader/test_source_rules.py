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


def test_places_count_in_characters_and_know_their_line() -> None:
    source = "import torch\nname = '名字'; y = torch.dropout(x, 0.5, True)\r\n"

    (one,) = violations(source, FORBIDDEN)

    assert (one.line, one.column, one.end) == (2, 18, 31)
    assert one.text[one.column - 1 : one.end - 1] == "torch.dropout"


def test_a_long_name_is_one_violation_and_not_two() -> None:
    (one,) = violations("import torch\nx = torch.nn.modules.dropout.Dropout", (*FORBIDDEN, "torch.nn.modules.dropout"))

    assert one.name == "torch.nn.modules.dropout.Dropout"


def test_a_name_over_several_lines_is_marked_up_to_the_end_of_its_first() -> None:
    (one,) = violations("import torch\ny = (torch.\n    dropout)(x)", FORBIDDEN)

    assert (one.line, one.column, one.end) == (2, 6, 12)
