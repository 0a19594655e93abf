"""docs/authoring-checks.md is true: its checks accept its reference, and each refuses a mistake of its own."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizzer.checks import Case, expect
from quizzer.checks.fake_gpu import follows_the_device
from quizzer.checks.smallest import smallest
from quizzer.domain.exercise import EntryPoint, Exercise
from quizzer.domain.verdict import Verdict
from quizzer.grader.child.remote import Learner
from quizzer.grader.client import Grader
from small_exercise import NOW, exercise

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "authoring-checks.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- (reference|checks) -->\n```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = BLOCK.findall(PAGE)
REFERENCE = "\n".join(text for kind, text in BLOCKS if kind == "reference")
CHECKS = "\n".join(text for kind, text in BLOCKS if kind == "checks")

# The check, what to change in the reference, and what the learner then reads.
MISTAKES = [
    ("removes_the_mean", "x.mean(dim=-1, keepdim=True)", "x.mean(dim=0, keepdim=True)", "it should be the"),
    ("sends_gradients_back", "keepdim=True) +", "keepdim=True).detach() +", "the gradient of x"),
    ("leaves_the_input_alone", "return x - x.mean", "return x.sub_(x.mean", "x after the call"),
    ("keeps_the_dtype", "return torch.where(torch.rand_like(x) < p, -x, x)",
     "return x * (1 - 2 * (torch.rand(x.shape) < p).float())", "should have dtype"),
    ("follows_the_device", "torch.rand_like(x)", "torch.rand(x.shape)", "On a GPU"),
    ("flips_with_probability_p", "< p, -x", "< 1 - p, -x", "the share of flipped signs should lie between"),
    ("follows_the_seed", "torch.rand_like(x)", "torch.rand(x.shape, generator=torch.Generator())", "Another seed"),
    ("refuses_a_bad_size", "if size < 1:", "if size < 0:", "should raise ValueError"),
    ("runs_as_few_operations_for_many_rows", "return x - x.mean(dim=-1, keepdim=True) + self.shift",
     "return torch.stack([row - row.mean() + self.shift for row in x])", "300 rows should take as many operations"),
    ("is_a_module", "class Centre(nn.Module):", "class Centre:", "should be a subclass of nn.Module"),
    ("works_for_every_size", "x.mean(dim", "x[..., 1:].mean(dim", "the simplest input"),
]  # fmt: skip


@pytest.fixture(scope="module")
def task() -> Exercise:
    made = exercise(CHECKS, reference=REFERENCE)
    return replace(
        made, entry_points=(EntryPoint("Centre", "Centre(size)"), EntryPoint("flip_signs", "flip_signs(x, p)"))
    )


def test_the_reference_of_the_page_is_accepted_on_many_draws(task: Exercise, warm_grader: Grader) -> None:
    results = warm_grader.grade_seeds(task, REFERENCE, graded_at=NOW, seeds=range(20))

    assert [result.verdict for result in results] == [Verdict.AC] * 20


@pytest.mark.parametrize(("name", "change", "words"), [(name, (a, b), words) for name, a, b, words in MISTAKES])
def test_each_check_of_the_page_refuses_a_mistake(
    name: str, change: tuple[str, str], words: str, task: Exercise, warm_grader: Grader
) -> None:
    assert change[0] in REFERENCE
    source = REFERENCE.replace(*change)
    if name == "is_a_module":
        source = source.replace("super().__init__()", "pass") + "\nCentre.__call__ = Centre.forward\n"
    if name == "leaves_the_input_alone":
        source = source.replace("keepdim=True) +", "keepdim=True)) +")

    result = warm_grader.grade(task, source, graded_at=NOW, seed=5)

    failed = {check.id: check.message for check in result.checks if not check.verdict.accepted}
    assert name in failed
    message = failed[name]
    assert message is not None
    assert words.lower() in message.in_("en").lower()


def test_there_is_a_mistake_for_every_check_of_the_page(task: Exercise) -> None:
    assert [name for name, *_ in MISTAKES] == [check.id for check in task.checks]


def test_every_draw_and_every_claim_is_on_the_page() -> None:
    modules = {expect.__name__, follows_the_device.__module__, smallest.__module__}
    own = {name: value for name, value in vars(expect).items() if not name.startswith("_")}
    claims = {name for name, value in own.items() if inspect.isfunction(value) and value.__module__ in modules}
    calls = {name for name, value in vars(Learner).items() if not name.startswith("_") and inspect.isfunction(value)}

    assert {name for name in claims if f"expect.{name}(" not in PAGE} == set()
    assert {name for name in calls if f"learner.{name}(" not in PAGE} == set()
    assert {name for name in vars(Case) if not name.startswith("_") and f"case.{name}(" not in PAGE} == set()


def test_every_block_of_python_on_the_page_is_used() -> None:
    assert PAGE.count("```python") == len(BLOCKS)
