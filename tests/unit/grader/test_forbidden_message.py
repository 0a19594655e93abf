"""What a submission that breaks source rules is told: every place, up to five, with line, column and caret."""

from __future__ import annotations

from quizzer.domain.text import Text
from quizzer.domain.verdict import Verdict
from quizzer.grader.classify import forbidden
from quizzer.grader.source_rules import violations


def told(source: str) -> Text:
    judgement = forbidden(violations(source, ("torch.dropout", "torch.nn.functional.dropout")), ())
    assert judgement.verdict is Verdict.FORBIDDEN
    assert judgement.message is not None
    return judgement.message


def test_each_place_has_line_column_and_caret() -> None:
    source = (
        "import torch\nimport torch.nn.functional as F\n\ndef drop(x):\n    if len(x) > 3:\n"
        "        return F.dropout(x)\n    return torch.dropout(x, 0.5, True)\n"
    )

    assert told(source).in_("en") == (
        "Your code uses what this exercise asks you to write yourself, or to do without:\n"
        "  line 6, column 16: `torch.nn.functional.dropout`\n    return F.dropout(x)\n           ^^^^^^^^^\n"
        "  line 7, column 12: `torch.dropout`\n    return torch.dropout(x, 0.5, True)\n           ^^^^^^^^^^^^^"
    )
    assert "  第 6 行第 16 列：`torch.nn.functional.dropout`\n    return F.dropout(x)\n" in told(source).in_("zh-CN")


def test_of_many_places_five_are_told_and_the_rest_counted() -> None:
    message = told("import torch\n" + "torch.dropout(x)\n" * 8)

    assert message.in_("en").count("column") == 5
    assert message.in_("en").endswith("\n  … and 3 more")
    assert message.in_("zh-CN").endswith("\n  ……还有 3 处")
