"""What ``quizzer verify`` finds wrong with cards: one fault each, told with its place, its code and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from provable_deck import CARDS, findings, line, write_deck
from quizzer.domain.card import Compute
from quizzer.domain.card_proof import CardFault
from quizzer.domain.draw import draw
from quizzer.services.verify_cards import read_target

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.grader.client import Grader

CONV = '"F.conv1d(torch.zeros(1, 1, width), torch.zeros(1, 1, k)).shape[2]"'


@dataclass(frozen=True)
class Fault:
    """A sound card's file, what is changed there, and all that is then told of it."""

    kind: str
    changes: tuple[tuple[str, str], ...]
    told: tuple[str, ...]


def fault(kind: str, *changes: tuple[str, str], told: str | tuple[str, ...]) -> Fault:
    return Fault(kind, changes, (told,) if isinstance(told, str) else told)


SAME_TORCH = ("source: run", f"source: run on torch {metadata.version('torch').split('+')[0]}")
ASSERT = "have 'check' assert what goes wrong"
EXCLUDE = "narrow a range, or exclude these values in 'where'"
NEVER_TOLD = "whoever makes it could never be told so; mend or delete it"
FAULTS = {
    "a claim that is false": fault(
        "basic",
        ("x.shape[0] == 2", "x.shape[0] == 3"),
        SAME_TORCH,
        told="11:7 [snippet-fails] the snippet should run through, and fails at `assert x.shape[0] == 3`: "
        "AssertionError",
    ),
    "a snippet that raises": fault(
        "basic",
        ("x = torch.zeros(2, 3)", "x = torch.zeroes(2, 3)"),
        SAME_TORCH,
        told="10:7 [snippet-fails] the snippet should run through, and fails at `x = torch.zeroes(2, 3)`: "
        "AttributeError: module 'torch' has no attribute 'zeroes'",
    ),
    "a snippet that asserts nothing": fault(
        "basic",
        ("assert x.shape[0] == 2", "x.shape[0] == 2"),
        told="9:13 warning [asserts-nothing] the snippet runs through whatever is true (assert what the card claims)",
    ),
    "an answer that hangs on the version in silence": fault(
        "basic",
        ("assert x.shape[0] == 2", 'assert torch.__version__ > "1"'),
        told="9:13 [version-unsaid] this depends on the installed version of torch, and no text of the card names one "
        "(say it in 'why' or 'source')",
    ),
    "a blank with other numbers in another language": fault(
        "cloze",
        ("形状为 {{c1::(3, 8)}}", "形状为 {{c1::(8, 3)}}"),
        told="7:14 [numbers-differ] what deletion c1 hides has 3, 8 in en and 8, 3 in zh-CN",
    ),
    "a sentence with another number in another language": fault(
        "cloze",
        ("8, 3).weight` 的", "7, 3).weight` 的"),
        told="7:14 [numbers-differ] the sentence has 3, 3, 8, 8 in en and 3, 3, 7, 8 in zh-CN",
    ),
    "a blank that its sentence fills": fault(
        "cloze",
        ("(3, 8)}}.", "(3, 8)}}, and (3, 8) it stays."),
        ("(3, 8)}}。", "(3, 8)}}，(3, 8) 不变。"),
        told=(
            "6:11 [answer-shown] what deletion c1 hides stands in the rest of the sentence: (3, 8)",
            "7:14 [answer-shown] what deletion c1 hides stands in the rest of the sentence: (3, 8)",
        ),
    ),
    "a right option that fails": fault(
        "choice",
        ("x.flip(1)", "x.flip(2)"),
        told="7:16 [right-fails] the right option should run through, and fails with IndexError: Dimension out of "
        "range (expected to be in range of [-2, 1], but got 2)",
    ),
    "a second right option": fault(
        "choice",
        ("`x.T`", "`x.flip(-1)`"),
        told=f"9:16 [wrong-runs] this option is wrong, and runs through as the right one should ({ASSERT})",
    ),
    "an option that is no code": fault(
        "choice",
        ('"`x.T`"', "The transpose `x.T`"),
        told="9:16 [not-code] 'check' is there to run the options, and this one is not code alone, the same in each "
        "language (write `code`, or leave out 'check')",
    ),
    "two options that are one in a language": fault(
        "choice",
        ('"`x.flip(0)`"', "{en: By rows, zh-CN: 转置}"),
        ('"`x.T`"', "{en: Transposed, zh-CN: 转置}"),
        ("    setup: |\n      x = torch.arange(4.0).reshape(2, 2)\n", ""),
        ("    check: |\n      assert result.tolist() == [[1, 0], [3, 2]]\n", ""),
        told="9:16 [same-options] in zh-CN this option says what option 2 says",
    ),
    "an order that is accepted and fails": fault(
        "order",
        ("[0, 2], ", "[0, 3], "),
        told="7:13 [order-fails] the order 1, 2, 0, 3 is right by 'before', and fails: AssertionError "
        "(add the pair that it breaks)",
    ),
    "an order that is refused and runs": fault(
        "order",
        ("[0, 2]", "[0, 1], [0, 2]"),
        told="7:13 [order-runs] the order 1, 0, 2, 3 is wrong by 'before', and runs through "
        f"(drop the pair that it breaks, or {ASSERT})",
    ),
    "a check that no order passes": fault(
        "order",
        ("torch.allclose(", "torch.allclosed("),
        told="7:13 [order-fails] the order 0, 1, 2, 3 is right by 'before', and fails: AttributeError: module 'torch' "
        "has no attribute 'allclosed' (2 such orders) (add the pair that it breaks)",
    ),
    "a draw that cannot be": fault(
        "compute",
        ("[24, 63]", "[4, 63]"),
        ("width - k, ", "width - k + 2, "),
        told="7:13 [not-evaluated] with width = 6, k = 7 the answer cannot be evaluated: RuntimeError: Calculated "
        "padded input size per channel: (6). Kernel size: (7). Kernel size can't be greater than actual input size "
        f"({EXCLUDE})",
    ),
    "an answer of another type": fault(
        "compute",
        (".shape[2]", ".shape"),
        told="7:13 [answer-type] with width = 60, k = 5 the answer is [1, 1, 56], which is no number "
        "(make it one in 'answer', or change answer_type)",
    ),
    "a degenerate draw": fault(
        "compute",
        (CONV, "math.inf if width == 30 else width + k"),
        told=f"6:17 [degenerate-draw] with width = 30, k = 3 the answer is inf, a degenerate case ({EXCLUDE})",
    ),
    "few questions": fault(
        "compute",
        ("[24, 63]", "[24, 32]"),
        told="6:17 warning [few-questions] there are only 27 different questions; 50 defeat memory (widen a range)",
    ),
    "one answer to nearly all questions": fault(
        "compute",
        (CONV, "1 if width < 60 else width + k"),
        told="7:13 warning [same-answer] 1 is the answer to 88 of 97 different draws (widen the ranges)",
    ),
    "an answer that is shown": fault(
        "compute",
        ("k: {choice: [3, 5, 7]}", "k: {choice: [1, 5, 7]}"),
        told="5:13 [answer-shown] with width = 45, k = 1 the answer 45 stands in the question "
        "(exclude such draws in 'where')",
    ),
    "a mistake that is right": fault(
        "compute",
        ("width - k, ", "width - k + 1, "),
        told=f"10:18 [mistake-right] 'forgets-one' gives no wrong answer in any of 97 draws ({NEVER_TOLD})",
    ),
    "a mistake that cannot be evaluated": fault(
        "compute",
        ("width - k, ", "width / 0, "),
        told=f"10:18 [mistake-right] 'forgets-one' gives no wrong answer in any of 97 draws ({NEVER_TOLD})",
    ),
    "two mistakes that are one": fault(
        "compute",
        ("answer: width, ", "answer: width + 1 - k - 1, "),
        told=f"11:18 [mistakes-alike] 'pads' gives what 'forgets-one' gives in each of 97 draws ({NEVER_TOLD})",
    ),
    "a bug that does no harm": fault(
        "bug",
        ('isinstance(total, float), "a tensor"', 'x is not None, "a tensor"'),
        ("fix: total += loss.item()", "fix: raise RuntimeError('an odd row')"),
        told=(
            f"14:12 [bug-runs] the code as it stands raises nothing ({ASSERT})",
            "11:10 [fix-fails] with the fix it should run through, and fails with RuntimeError: an odd row",
        ),
    ),
    "a bug that fails otherwise": fault(
        "bug",
        ("error: a tensor", "error: out of memory"),
        told="16:12 [other-error] the code should fail with 'out of memory', and fails with AssertionError: a tensor",
    ),
    "a fix that does not help": fault(
        "bug",
        ("loss.item()", "loss.detach()"),
        told="15:7 [fix-fails] with the fix it should run through, and fails with AssertionError: a tensor",
    ),
    "a fix that helps in another line too": fault(
        "bug",
        ("      loss.backward()\n", "      seen = loss\n"),
        ("fix: total += loss.item()", "fix: loss = loss.item(); total = 0.0 + loss"),
        told="10:11 [other-line] the fix in the place of line 2 helps too, so line 3 is not the one to name "
        f"({ASSERT})",
    ),
    "an answer that fails": fault(
        "code",
        ("answer: x - x.mean(1, keepdim=True)", "answer: x - x.means(1)"),
        told="7:13 [answer-fails] the answer fails in case 1: AttributeError: 'Tensor' object has no attribute 'means'",
    ),
    "another right line that is wrong": fault(
        "code",
        ("x.mean(1)[:, None]", "x.mean(1)[None]"),
        told="8:14 [accept-wrong] this line should do what the answer does, and result is [[-0.5, -1.5], [1.5, 0.5]] "
        "instead of [[-0.5, 0.5], [-0.5, 0.5]]",
    ),
    "a wrong line that does the same": fault(
        "code",
        ("x - x.mean(0)", "x - x.mean(-1, keepdim=True)"),
        told="11:16 [mistake-right] 'centres-columns' does what the answer does (add a case that differs)",
    ),
    "two wrong lines that are one": fault(
        "code",
        ("x - x.mean(0)", "x - x.mean((0, 1))"),
        told=tuple(
            f"{place} [mistakes-alike] '{name}' cannot be told from another mistake "
            "(add a case that tells them apart, or delete one)"
            for place, name in (("11:16", "centres-columns"), ("12:16", "one-mean"))
        ),
    ),
    "a comparison that sees nothing": fault(
        "code",
        ("compare: [result]", "compare: [len(x)]"),
        told=(
            "11:16 [mistake-right] 'centres-columns' does what the answer does (add a case that differs)",
            "12:16 [mistake-right] 'one-mean' does what the answer does (add a case that differs)",
            "9:14 [nothing-passes] a line that does nothing ('pass') is judged right (compare what the answer changes)",
        ),
    ),
    "a case that breaks": fault(
        "code",
        ("torch.tensor([[1.0", "torch.tensors([[1.0"),
        told="6:49 [case-fails] case 2 fails whatever the line is: AttributeError: module 'torch' has no attribute "
        "'tensors'",
    ),
}


@pytest.mark.parametrize("kind", CARDS)
def test_a_sound_card_of_each_kind_is_proved_with_nothing_to_say(
    kind: str, tmp_path: Path, warm_grader: Grader
) -> None:
    assert findings(warm_grader, tmp_path, kind) == []


@pytest.mark.parametrize("one", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_where_it_is_with_what_was_expected_and_what_came(
    one: Fault, tmp_path: Path, warm_grader: Grader
) -> None:
    found = findings(warm_grader, tmp_path, one.kind, *one.changes)

    assert [line(finding) for finding in found] == list(one.told)
    assert {finding.location.path for finding in found} == {str(tmp_path / "demo" / "cards" / f"{one.kind}.yaml")}


def test_every_code_of_a_finding_has_a_fault_that_earns_it() -> None:
    shown = {code for one in FAULTS.values() for told in one.told for code in CardFault if f"[{code}]" in told}

    assert set(CardFault) - shown == {CardFault.NOT_DRAWN}


def test_conditions_that_some_reviews_cannot_meet_are_told(tmp_path: Path, warm_grader: Grader) -> None:
    """One value in a thousand: the first draw meets it, as lint sees, and many a later review would not."""
    wide = ("[24, 63]", "[24, 2023]")
    (card,) = read_target(write_deck(tmp_path / "before", wide, kinds=("compute",))).cards
    body = card.cards[0].body
    assert isinstance(body, Compute)
    first = draw(body, seed=0)["width"]
    narrow = ("    answer_type: number\n", f'    answer_type: number\n    where: ["width == {first}"]\n')

    (finding,) = findings(warm_grader, tmp_path, "compute", wide, narrow)

    assert line(finding) == (
        f"9:12 [not-drawn] none of 1000 draws satisfies width == {first} (widen a range or drop a condition)"
    )


@pytest.mark.parametrize(("source", "hint"), [("run", "this is torch {here}"), ("run on torch {here}", None)])
def test_a_claim_that_fails_says_which_torch_it_met_unless_it_was_made_for_that_one(
    source: str, hint: str | None, tmp_path: Path, warm_grader: Grader
) -> None:
    here = metadata.version("torch").split("+")[0]
    changes = ("shape[0] == 2", "shape[0] == 3"), ("source: run", f"source: {source.format(here=here)}")

    (finding,) = findings(warm_grader, tmp_path, "basic", *changes)

    assert finding.hint == (hint.format(here=here) if hint else None)
