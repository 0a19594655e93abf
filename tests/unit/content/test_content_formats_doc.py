"""docs/formats.md is true: its files make a deck and an exercise, its codes are those of the program."""

import inspect
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.checks import Case, expect
from quizzer.checks.fake_gpu import follows_the_device
from quizzer.checks.smallest import smallest
from quizzer.content import find_decks, lint_library, read_library
from quizzer.content.codes import MEANINGS
from quizzer.domain.card import CardKind
from quizzer.domain.card_proof import CardFault
from quizzer.domain.draw import draw
from quizzer.domain.mutation import OPERATORS, variants
from quizzer.domain.mutation.report import JudgedVariant, MutationReport, Outcome
from quizzer.domain.verdict import Verdict
from quizzer.reports.card_page import PageStyle
from quizzer.reports.mutation_view import survivors_page
from quizzer.services.verify_cards import prove_card, read_target

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "formats.md"
CLAIMS = (expect.__name__, follows_the_device.__module__, smallest.__module__)
FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"\b[EW]\d{3}\b")


@pytest.fixture
def documented(tmp_path):
    """Every file of the page, written out."""
    for match in FILE.finditer(PAGE.read_text(encoding="utf-8")):
        path = tmp_path / match["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["text"], encoding="utf-8")
    return tmp_path


def test_the_documented_files_are_a_deck_of_all_kinds_and_an_exercise(documented):
    library = read_library([documented])

    (deck,) = library.decks
    (exercise,) = library.exercises
    assert {card.kind for card in deck.cards} == set(CardKind)
    assert [check.id for check in exercise.checks] == ["adds_ones", "keeps_the_type"]
    assert {mutant.caught_by for mutant in exercise.mutants} == {"adds_ones", "keeps_the_type"}


def test_the_documented_files_earn_no_complaint_but_for_their_brevity(documented):
    found = {d.code for d in lint_library([documented])}

    assert found <= {"W432"}


def test_the_documented_compute_card_can_be_drawn(documented):
    (deck,) = read_library([documented]).decks
    (body,) = (card.body for card in deck.cards if card.kind is CardKind.COMPUTE)

    values = draw(body, seed=1)

    assert values["n"] != values["m"]


def test_the_documented_exercise_proves_itself_before_the_judge(documented, warm_grader):
    (exercise,) = read_library([documented]).exercises

    accepted = [warm_grader.grade(exercise, source, graded_at=NOW) for source in exercise.accepted.values()]
    starter = warm_grader.grade(exercise, exercise.starter, graded_at=NOW)

    assert [result.verdict for result in accepted] == [Verdict.AC] * 2
    assert not starter.accepted
    for mutant in exercise.mutants:
        caught = warm_grader.grade(exercise, mutant.source, graded_at=NOW)
        assert mutant.caught_by in [check.id for check in caught.checks if not check.verdict.accepted]


def test_the_page_names_exactly_the_claims_and_draws_that_there_are():
    page = PAGE.read_text(encoding="utf-8")

    named = set(re.findall(r"^\| `expect\.(\w+)\(", page, re.MULTILINE))

    assert named == {name for name, value in vars(expect).items() if is_claim(name, value)}
    for name in vars(Case):
        assert name.startswith("_") or f"`{name}(" in page


def is_claim(name, value):
    return not name.startswith("_") and inspect.isfunction(value) and value.__module__ in CLAIMS


def test_every_block_of_yaml_or_python_on_the_page_is_one_of_these_files():
    page = PAGE.read_text(encoding="utf-8")

    blocks = re.findall(r"^```(?:yaml|python|markdown)$", page, re.MULTILINE)

    assert len(blocks) == len(FILE.findall(page))


def test_the_page_lists_the_operators_of_generated_mutants_in_their_order():
    section = PAGE.read_text(encoding="utf-8").partition("### Generated mutants")[2].partition("###")[0]

    assert re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE) == list(OPERATORS)


def test_the_documented_survivor_is_what_an_author_is_shown(documented):
    (exercise,) = read_library([documented]).exercises
    section = PAGE.read_text(encoding="utf-8").partition("### Generated mutants")[2]
    (variant,) = [one for one in variants(exercise.reference) if one.operator == "detach-added"]
    judged = JudgedVariant("submissions/accepted/reference.py", variant, Outcome.SURVIVED)
    report = MutationReport(exercise.id, "append-ones", (judged,))

    page = survivors_page(report, style=PageStyle(80, "en", colour=False))

    assert "\n".join(line.plain for line in page if line.plain) in section


def test_the_page_lists_exactly_the_codes_that_the_program_uses_in_the_same_words():
    sources = (ROOT / "quizzer" / "content").glob("*.py")
    used = {
        code
        for path in sources
        if path.name != "codes.py"
        for code in re.findall(r'"([EW]\d{3})"', path.read_text(encoding="utf-8"))
    }

    listed = re.findall(r"^\| ([EW]\d{3}) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(used) == sorted(MEANINGS)
    assert listed == list(MEANINGS.items())


def test_every_finding_of_a_card_is_listed_by_its_code():
    section = PAGE.read_text(encoding="utf-8").split("### Proofs of cards\n")[1].split("\n## ")[0]

    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", section)) == set(CardFault)


def test_the_documented_cards_prove_themselves(documented, warm_grader):
    (deck,) = [read_target(folder) for folder in find_decks(documented)]

    proofs = [prove_card(warm_grader, card) for card in deck.cards]

    assert [finding for proof in proofs for finding in proof.findings] == []
    assert {proof.kind for proof in proofs if proof.ran} >= {CardKind.ORDER, CardKind.CHOICE, CardKind.COMPUTE}
