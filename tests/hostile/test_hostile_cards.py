"""Cards whose code does harm: it runs locked down, its author is told, and no other card is the worse for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provable_deck import findings, line, write_deck
from quizzer.services.verify_cards import prove_card, read_target

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.grader.client import Grader

OUTSIDE = """\
      import pathlib
      pathlib.Path("{marker}").write_text("here")
      assert True
"""
FORKS = """\
      import os
      if os.fork() == 0:
          os._exit(0)
      assert True
"""
LEAVES = """\
      import os
      os._exit(0)
"""
FORGES = """\
      import os, struct
      told = b'{"scripts": [{}, {}, {}]}'
      for number in range(3, 64):
          try:
              os.write(number, struct.pack(">I", len(told)) + told)
          except OSError:
              pass
      os._exit(0)
"""
SNIPPET = "      x = torch.zeros(2, 3)\n      assert x.shape[0] == 2\n"


LOCKED = "(it runs locked down: no network, no other process, no file but in its own folder)"


@pytest.mark.parametrize(
    ("snippet", "place", "said"),
    [
        (OUTSIDE, "11:7", f"Permission denied: '{{marker}}' {LOCKED}"),
        (FORKS, "11:7", f"PermissionError: [Errno 1] Operation not permitted {LOCKED}"),
        (LEAVES, "9:13", "and fails: its process ended"),
    ],
    ids=["writes", "forks", "leaves"],
)
def test_a_snippet_that_does_harm_is_stopped_and_told(
    snippet: str, place: str, said: str, tmp_path: Path, warm_grader: Grader
) -> None:
    marker = tmp_path / "marker"

    (finding,) = findings(warm_grader, tmp_path, "basic", (SNIPPET, snippet.replace("{marker}", str(marker))))

    assert line(finding).startswith(f"{place} [snippet-fails] the snippet should run through, ")
    assert line(finding).endswith(said.replace("{marker}", str(marker)))
    assert not marker.exists()


@pytest.mark.slow
def test_a_snippet_that_never_ends_is_ended(tmp_path: Path, warm_grader: Grader) -> None:
    (finding,) = findings(warm_grader, tmp_path, "basic", (SNIPPET, "      while True:\n          assert True\n"))

    assert line(finding).startswith("9:13 [snippet-fails] the snippet should run through, and fails: it took too long")


@pytest.mark.slow
def test_orders_that_never_end_are_given_up_after_a_few_of_them(tmp_path: Path, warm_grader: Grader) -> None:
    forever = ("    check: |\n", "    check: |\n      while True: pass\n")

    (finding,) = findings(warm_grader, tmp_path, "order", forever)

    assert finding.fault == "order-fails"
    assert "it took too long (2 such orders)" in finding.message


def test_what_one_order_leaves_behind_does_not_reach_the_next(tmp_path: Path, warm_grader: Grader) -> None:
    """Grad mode, the default dtype, a file: each would make every later order fail."""
    dirty = """\
    check: |
      assert torch.is_grad_enabled() and torch.get_default_dtype() is torch.float32
      open('left', 'x').close()
      torch.set_grad_enabled(False); torch.set_default_dtype(torch.float64)
"""

    assert findings(warm_grader, tmp_path, "order", ("    check: |\n", dirty)) == []


def test_orders_that_leave_a_mode_on_are_tried_in_other_processes(tmp_path: Path, warm_grader: Grader) -> None:
    mode = "      torch.overrides.BaseTorchFunctionMode().__enter__()\n"

    assert findings(warm_grader, tmp_path, "order", ("    check: |\n", f"    check: |\n{mode}")) == []


def test_a_snippet_that_forges_the_answer_of_its_process_proves_nothing_else(
    tmp_path: Path, warm_grader: Grader
) -> None:
    """It is its author's own deck: he can lie to himself, about this card alone."""
    deck = write_deck(tmp_path, (SNIPPET, FORGES), ("x.flip(1)", "x.flip(2)"), kinds=("basic", "choice"))

    proofs = [prove_card(warm_grader, card) for card in read_target(deck).cards]

    assert [proof.proved for proof in proofs] == [True, False]
