"""Compute cards that would fail at a review, each with the exact line that its author sees."""

import pytest

from quizzer.content.python_source import is_expression_of


def compute(**changes: str) -> str:
    fields = {
        "prompt": '"{h} by {k}?"',
        "parameters": "{h: {range: [1, 9]}, k: {choice: [1, 2]}}",
        "where": '["k <= h"]',
        "answer": "h * k",
        "answer_type": "number",
    }
    body = "".join(f"    {key}: {value}\n" for key, value in (fields | changes).items())
    return f"  - id: one\n    kind: compute\n    topic: nn.Linear\n{body}    why: W\n    source: S\n"


COMPUTE = {
    "empty range": (
        compute(parameters="{h: {range: [9, 1]}, k: {choice: [1]}}"),
        ["a.yaml:6:21 E309 range [9, 1, 1] of 'h' is empty"],
    ),
    "neither range nor choice": (
        compute(parameters="{h: {}, k: {choice: [1]}}"),
        ["a.yaml:6:21 E309 parameter 'h' needs either range or choice"],
    ),
    "huge range": (
        compute(parameters="{h: {range: [0, 1000000000]}, k: {choice: [1]}}"),
        ["a.yaml:6:21 E309 'h' has more than 10000 values"],
    ),
    "value of no type": (
        compute(parameters="{h: {choice: [[]]}, k: {choice: [1]}}"),
        ["a.yaml:6:31 E201 'choice' must be text, a number, true or false, not a list"],
    ),
    "parameter named torch": (
        compute(parameters="{h: {range: [1, 9]}, k: {choice: [1]}, torch: {choice: [1]}}"),
        ["a.yaml:6:56 E309 'torch' already means something in Python"],
    ),
    "parameter with a hyphen": (
        compute(parameters="{h-1: {range: [1, 9]}, k: {choice: [1]}}"),
        ["a.yaml:6:18 E206 'h-1' must be a Python name"],
    ),
    "unknown name in where": (
        compute(where='["kk <= h"]'),
        ["a.yaml:7:13 E309 'kk' is not a parameter; did you mean 'k'?"],
    ),
    "where runs code": (
        compute(where="[\"__import__('os')\"]"),
        ["a.yaml:7:13 E309 '__import__' is not a parameter"],
    ),
    "where is no expression": (
        compute(where='["h <="]'),
        ["a.yaml:7:13 E309 this condition is no arithmetic: not an expression (invalid syntax)"],
    ),
    "where never holds": (
        compute(where='["h > 9"]'),
        ["a.yaml:7:12 E309 none of 1000 draws satisfies h > 9"],
    ),
    "where divides by zero": (
        compute(where='["h / (k - k) > 1"]'),
        ["a.yaml:7:12 E309 'h / (k - k) > 1': division by zero"],
    ),
    "answer is no Python": (
        compute(answer='"h *"'),
        ["a.yaml:8:13 E310 this is not Python: invalid syntax"],
    ),
    "answer with an unknown name": (
        compute(answer="h * hh"),
        ["a.yaml:8:13 E309 'hh' is not known here; did you mean 'h'?"],
    ),
    "derived value in the prompt": (
        compute(derive="{out: h + k}", prompt='"{h} {k} {out}"'),
        ["a.yaml:5:13 E309 {out} is derived with the answer; use it in 'why'"],
    ),
    "prompt without parameters": (
        compute(prompt='"Which one?"'),
        ["a.yaml:5:13 E309 the prompt shows none of its parameters (write {name})"],
    ),
    "unknown answer type": (
        compute(answer_type="shap"),
        ["a.yaml:9:18 E204 answer_type 'shap' is unknown (shape, number, list, text); did you mean 'shape'?"],
    ),
    "tolerance of a shape": (
        compute(answer_type="shape", tolerance="0.1"),
        ["a.yaml:10:5 E309 a tolerance needs answer_type: number"],
    ),
    "negative tolerance": (
        compute(tolerance="-1"),
        ["a.yaml:10:16 E205 'tolerance' must be more than 0.0, not -1"],
    ),
}


@pytest.mark.parametrize("name", COMPUTE)
def test_a_compute_card_that_could_not_be_drawn_gives_exactly_this_line(name, write_deck, errors_of):
    cards, expected = COMPUTE[name]
    folder = write_deck(cards)

    found = errors_of(folder)

    assert found == expected


@pytest.mark.parametrize(
    ("source", "quickly"),
    [
        ("tuple(torch.cat([a], dim=1).shape)", True),
        ("a.dim() == b", True),
        ("a + c", False),
        ("[q for q in a]", False),
        ("f'{c=}'", False),
        ("a +", False),
        ("a = b", False),
    ],
)
def test_an_expression_is_taken_as_known_only_if_nothing_in_it_is_new(source, quickly):
    known = frozenset({"a", "b", "tuple", "torch", "f"})

    assert is_expression_of(source, known) is quickly
