"""Lint of 5,000 bilingual cards, beside the least that could check them: PyYAML's compose and pydantic's models.

The baseline knows no lines, no duplicate keys, no rules between entries and no craft: it composes each file with
PyYAML's own loader, turns nodes into plain values and validates them. It runs as any program would, garbage collector
and all; both run in this process, alternating, and the best time of each counts.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from quizzer.content.deck_models import CARD_ENTRIES, CardsFile
from quizzer.content.decks import lint_deck

if TYPE_CHECKING:
    from collections.abc import Callable

CARDS = 5000
CARDS_A_FILE = 500
ROUNDS = 3
BUDGET_S = 0.5
BUDGET_RATIO = 0.8
"""Of the baseline: all diagnostics for no more than the bare validation costs."""

HEADER = """schema: 1
id: bench
version: "1"
title: {en: Bench, zh-CN: 基准}
description: {en: Cards by the thousand, zh-CN: 数以千计的卡片}
licence: MIT
topics:
  - {id: nn.BatchNorm2d}
"""
BASIC = """  - id: basic-{i}
    kind: basic
    topic: nn.BatchNorm2d
    prompt: {{en: "Batch {i} goes through BatchNorm after `model.eval()`; where do its statistics come from?", zh-CN: "在 `model.eval()` 之后，批次 {i} 通过 BatchNorm；统计量来自哪里？"}}
    answer: {{en: "From the running averages.", zh-CN: "来自滑动平均。"}}
    why: {{en: "In eval mode the layer leaves its buffers alone.", zh-CN: "评估模式下该层不改动缓冲区。"}}
    source: "torch.nn.BatchNorm2d docs; run"
"""  # noqa: E501 - one field, one line, as authors write it
CLOZE = """  - id: cloze-{i}
    kind: cloze
    topic: nn.BatchNorm2d
    text: {{en: "`nn.Linear({i}, 3).weight` has shape {{{{c1::(3, {i})}}}}.", zh-CN: "`nn.Linear({i}, 3).weight` 的形状是 {{{{c1::(3, {i})}}}}。"}}
    why: {{en: "The layer multiplies by the transpose.", zh-CN: "该层乘以转置。"}}
    source: torch.nn.Linear docs
"""  # noqa: E501 - as above
CHOICE = """  - id: choice-{i}
    kind: choice
    topic: nn.BatchNorm2d
    prompt: {{en: "What does Dropout do to element {i} in eval mode?", zh-CN: "评估模式下 Dropout 对元素 {i} 做什么？"}}
    options:
      - {{text: {{en: It passes as it is, zh-CN: 原样通过}}, correct: true}}
      - {{text: {{en: It is scaled by p, zh-CN: 乘以 p}}, mistake: scales-in-eval, feedback: {{en: Training scales., zh-CN: 训练时才缩放。}}}}
      - {{text: {{en: It is zeroed, zh-CN: 置零}}, mistake: drops-in-eval, feedback: {{en: Training drops., zh-CN: 训练时才丢弃。}}}}
    why: {{en: "Training already scaled the survivors.", zh-CN: "训练时已经缩放过。"}}
    source: torch.nn.Dropout docs
"""  # noqa: E501 - as above
COMPUTE = """  - id: compute-{i}
    kind: compute
    topic: nn.BatchNorm2d
    prompt: {{en: "`nn.Conv2d(3, {i}, {{k}}, padding={{p}})` gets a (2, 3, {{h}}, {{h}}) batch. Output shape?", zh-CN: "`nn.Conv2d(3, {i}, {{k}}, padding={{p}})` 输入 (2, 3, {{h}}, {{h}}) 的批次。输出形状？"}}
    parameters: {{h: {{range: [14, 33]}}, k: {{choice: [3, 5, 7]}}, p: {{range: [0, 2]}}}}
    where: ["k <= h + 2*p"]
    answer: "tuple(nn.Conv2d(3, {i}, k, padding=p)(torch.zeros(2, 3, h, h)).shape)"
    answer_type: shape
    why: {{en: "Only the last two sizes change with the kernel.", zh-CN: "只有最后两个尺寸随卷积核变化。"}}
    source: torch.nn.Conv2d docs
"""  # noqa: E501 - as above
MIX = (BASIC, CLOZE, BASIC, CHOICE, CLOZE, BASIC, COMPUTE, CHOICE, CLOZE, BASIC)


def measure() -> list[dict[str, Any]]:
    """Seconds of CPU: ours and the baseline, their ratio and its budget."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "bench")
        write_deck(folder)
        runs = [(_seconds(lambda: _baseline(folder)), _seconds(lambda: _ours(folder))) for _ in range(ROUNDS)]
    baseline, ours = (min(times) for times in zip(*runs, strict=True))
    row = {"name": f"lint {CARDS} cards", "ours": ours, "baseline": baseline, "ratio": ours / baseline}
    return [row | {"budget": BUDGET_RATIO, "unit": "s", "budget_s": BUDGET_S}]


def write_deck(folder: Path, *, cards: int = CARDS) -> None:
    """A deck of that many cards of four kinds, without a fault."""
    (folder / "cards").mkdir(parents=True)
    (folder / "deck.yaml").write_text(HEADER, encoding="utf-8")
    entries = [MIX[i % len(MIX)].format(i=i) for i in range(cards)]
    for start in range(0, cards, CARDS_A_FILE):
        text = "cards:\n" + "".join(entries[start : start + CARDS_A_FILE])
        (folder / "cards" / f"{start:05}.yaml").write_text(text, encoding="utf-8")


def _ours(folder: Path) -> None:
    found = lint_deck(folder)
    assert not found, found[:3]


def _baseline(folder: Path) -> None:
    kept = []
    for path in sorted(folder.glob("cards/*.yaml")):
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        file = CardsFile.model_validate(_plain(node))
        kept.append([CARD_ENTRIES[card["kind"]].model_validate(card) for card in file.cards])
    assert sum(map(len, kept)) == CARDS


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child) for child in node.value]
    if node.tag == "tag:yaml.org,2002:int":
        return int(node.value)
    return node.value == "true" if node.tag == "tag:yaml.org,2002:bool" else node.value


def _seconds(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
