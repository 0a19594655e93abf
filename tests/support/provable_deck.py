"""A deck of one card of each kind, of which everything that can run proves itself, and ways to spoil one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.services.verify_cards import prove_card, read_target

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.domain.card_proof import CardFinding
    from quizzer.grader.client import Grader

DECK = """\
schema: 1
id: demo
version: "1"
title: Demo
description: For tests
licence: MIT
topics:
  - {id: shapes}
"""
BASIC = """\
cards:
  - id: rows
    kind: basic
    topic: shapes
    prompt: Which axis of a matrix counts its rows?
    answer: Axis 0.
    why: Rows are written first.
    source: run
    verify: |
      x = torch.zeros(2, 3)
      assert x.shape[0] == 2
"""
CLOZE = """\
cards:
  - id: weight
    kind: cloze
    topic: shapes
    text:
      en: "`nn.Linear(8, 3).weight` has shape {{c1::(3, 8)}}."
      zh-CN: "`nn.Linear(8, 3).weight` 的形状为 {{c1::(3, 8)}}。"
    why: {en: The layer multiplies by the transpose., zh-CN: 该层乘以转置。}
    source: run
"""
CHOICE = """\
cards:
  - id: mirror
    kind: choice
    topic: shapes
    prompt: Which call mirrors the columns of `x`?
    options:
      - {text: "`x.flip(1)`", correct: true}
      - {text: "`x.flip(0)`", mistake: flips-rows, feedback: Axis 0 is that of the rows.}
      - {text: "`x.T`", mistake: transposes, feedback: That swaps the axes.}
    setup: |
      x = torch.arange(4.0).reshape(2, 2)
    check: |
      assert result.tolist() == [[1, 0], [3, 2]]
    why: Columns lie along axis 1.
    source: run
"""
ORDER = """\
cards:
  - id: step
    kind: order
    topic: shapes
    prompt: Put one training step in order.
    lines: [opt.zero_grad(), loss = model(x).sum(), loss.backward(), opt.step()]
    before: [[0, 2], [1, 2], [2, 3]]
    setup: |
      x, model = torch.ones(1, 2), nn.Linear(2, 1)
      opt = torch.optim.SGD(model.parameters(), lr=0.5)
      model.weight.grad = torch.full((1, 2), 9.0)
      before = model.weight.clone()
    check: |
      assert torch.allclose(model.weight, before - 0.5)
    why: A step needs gradients, and only those of this batch.
    source: docs
"""
COMPUTE = """\
cards:
  - id: sides
    kind: compute
    topic: shapes
    prompt: "A row of {width} and a kernel of {k}, without padding. Length of the result?"
    parameters: {width: {range: [24, 63]}, k: {choice: [3, 5, 7]}}
    answer: "F.conv1d(torch.zeros(1, 1, width), torch.zeros(1, 1, k)).shape[2]"
    answer_type: number
    mistakes:
      - {answer: width - k, mistake: forgets-one, feedback: The first place counts too.}
      - {answer: width, mistake: pads, feedback: There is no padding.}
    why: The kernel must fit.
    source: run
"""
BUG = """\
cards:
  - id: total
    kind: bug
    topic: shapes
    prompt: Memory grows with each batch. Which line is wrong?
    code: |
      loss = model(x).sum()
      loss.backward()
      total += loss
    line: 3
    fix: total += loss.item()
    setup: |
      x, model, total = torch.ones(1, 2), nn.Linear(2, 1), 0.0
    check: |
      assert isinstance(total, float), "a tensor"
    error: a tensor
    why: The tensor keeps its graph alive.
    source: run
"""
CODE = """\
cards:
  - id: centre
    kind: code
    topic: shapes
    prompt: Write one expression that subtracts from each row of `x` its mean.
    cases: ["x = torch.arange(4.0).view(2, 2)", "x = torch.tensor([[1.0, 2.0, 6.0], [0.0, 0.0, 3.0]])"]
    answer: x - x.mean(1, keepdim=True)
    accept: ["x - x.mean(1)[:, None]"]
    compare: [result]
    mistakes:
      - {code: "x - x.mean(0)", mistake: centres-columns, feedback: Axis 0 is that of the rows.}
      - {code: x - x.mean(), mistake: one-mean, feedback: Each row has its own.}
    why: Numbers broadcast.
    source: run
"""
CARDS = {
    "basic": BASIC, "cloze": CLOZE, "choice": CHOICE, "order": ORDER, "compute": COMPUTE, "bug": BUG, "code": CODE,
}  # fmt: skip


def write_deck(folder: Path, *changes: tuple[str, str], kinds: tuple[str, ...] = tuple(CARDS)) -> Path:
    """Write the deck with the cards of ``kinds`` into ``folder``/demo, a file each; each change is in one of them."""
    deck = folder / "demo"
    (deck / "cards").mkdir(parents=True)
    (deck / "deck.yaml").write_text(DECK, encoding="utf-8")
    texts = {kind: CARDS[kind] for kind in kinds}
    for old, new in changes:
        (kind,) = [kind for kind, text in texts.items() if old in text]
        assert texts[kind].count(old) == 1, f"{kind} does not have this once: {old}"
        texts[kind] = texts[kind].replace(old, new)
    for kind, text in texts.items():
        (deck / "cards" / f"{kind}.yaml").write_text(text, encoding="utf-8")
    return deck


def findings(grader: Grader, folder: Path, kind: str, *changes: tuple[str, str]) -> list[CardFinding]:
    """What is wrong with the card of a kind, spoilt by the changes."""
    target = read_target(write_deck(folder, *changes, kinds=(kind,)))
    assert target.problem is None, target.problem.diagnostics
    return [finding for card in target.cards for finding in prove_card(grader, card).findings]


def line(finding: CardFinding) -> str:
    """``line:column [code] message (hint)``."""
    hint = f" ({finding.hint})" if finding.hint else ""
    mark = "warning " if finding.warning else ""
    place = f"{finding.location.line}:{finding.location.column}"
    return f"{place} {mark}[{finding.fault}] {finding.message}{hint}"
