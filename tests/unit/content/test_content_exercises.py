"""Exercise folders: read into domain objects; broken ones give exactly their lines; the version is what judges."""
# ruff: noqa: E501 - a diagnostic is compared as the one line that it is

import pytest

from quizzer.content import lint_exercise, read_exercise
from quizzer.domain.errors import InputError
from quizzer.domain.exercise import CheckInfo, EntryPoint, ExerciseKind, Limits, Mutant
from quizzer.domain.text import Text

REFERENCE = "submissions/accepted/reference.py"
SAME = "submissions/wrong_answer/same.py"


def test_a_good_folder_becomes_an_exercise(write_exercise):
    exercise = read_exercise(write_exercise({"statement.zh-CN.md": "返回 `x + 1`。\n", "fixtures.py": "N = 1\n"}))

    assert (exercise.id, exercise.kind, exercise.difficulty) == ("add-one", ExerciseKind.IMPLEMENT, 1)
    assert exercise.statement == Text((("en", "Return `x + 1`.\n"), ("zh-CN", "返回 `x + 1`。\n")))
    assert exercise.entry_points == (EntryPoint("add_one", "add_one(x)"),)
    assert exercise.checks == (CheckInfo("adds_one", Text.of("One is added"), 2.0, Text.of("What is 1 + 1?")),)
    assert exercise.limits == Limits()
    assert exercise.fixtures_source == "N = 1\n"
    assert exercise.reference == exercise.accepted["reference.py"] == "def add_one(x):\n    return x + 1\n"
    assert sorted(exercise.accepted) == ["other.py", "reference.py"]
    assert exercise.mutants == (
        Mutant(SAME, "# caught-by: adds_one\ndef add_one(x):\n    return x\n", "adds_one", "WA"),
    )
    assert exercise.max_score == 2.0


def test_limits_that_are_left_out_keep_their_defaults(write_exercise):
    folder = write_exercise({})
    with (folder / "exercise.yaml").open("a") as file:
        file.write("limits: {call_s: 1, memory_mib: 64}\nforbidden: [torch.add]\nruns: 3\n")

    exercise = read_exercise(folder)

    assert exercise.limits == Limits(call_s=1.0, memory_mib=64)
    assert exercise.forbidden == ("torch.add",)
    assert exercise.runs == 3


def test_every_folder_of_wrong_solutions_expects_its_own_verdict(write_exercise):
    loop = "def add_one(x):\n    while True: ...\n"
    folder = write_exercise(
        {"submissions/time_limit/a.py": loop, "submissions/run_time_error/b.py": "# caught-by: adds_one\n1 / 0\n"}
    )

    mutants = read_exercise(folder).mutants

    assert [(mutant.verdict, mutant.caught_by) for mutant in mutants] == [
        ("WA", "adds_one"),
        ("TLE", None),
        ("RTE", "adds_one"),
    ]


BROKEN = {
    "no checks file": ({"checks.py": None}, ["checks.py E101 this file is missing"]),
    "no statement": ({"statement.md": None}, ["statement.md E101 this file is missing"]),
    "no starter": ({"starter.py": None}, ["starter.py E101 this file is missing"]),
    "no exercise.yaml": ({"exercise.yaml": None}, ["exercise.yaml E101 this file is missing"]),
    "no reference": (
        {REFERENCE: None},
        [
            "submissions/accepted E324 an exercise needs 2 accepted solutions in different styles",
            f"{REFERENCE} E101 this file is missing (the solution that learners see)",
        ],
    ),
    "one accepted solution": (
        {"submissions/accepted/other.py": None},
        ["submissions/accepted E324 an exercise needs 2 accepted solutions in different styles"],
    ),
    "starter of another exercise": (
        {"starter.py": "# quizzer: add-two\n"},
        ["starter.py:1:1 E322 the first line must be '# quizzer: add-one' (it tells what to judge)"],
    ),
    "starter that does not parse": (
        {"starter.py": "# quizzer: add-one\ndef add_one(x)\n"},
        ["starter.py:2:15 E112 this is not Python: expected ':'"],
    ),
    "wrong solution without a name": (
        {SAME: "def add_one(x): ...\n"},
        [f"{SAME}:1:1 E325 the first line names no check (write '# caught-by: CHECK' there)"],
    ),
    "wrong solution that names no check": (
        {SAME: "# caught-by: add_one\ndef add_one(x): ...\n"},
        [f"{SAME}:1:1 E326 there is no check 'add_one'; did you mean 'adds_one'? (checks: adds_one)"],
    ),
    "accepted solution without the entry point": (
        {"submissions/accepted/other.py": "def addone(x): ...\n"},
        ["submissions/accepted/other.py E327 this solution does not define 'add_one'; did you mean 'addone'?"],
    ),
    "misspelt file": (
        {"statment.md": "x"},
        ["statment.md E323 an exercise has no such file; did you mean 'statement.md'?"],
    ),
    "misspelt folder": (
        {"submissions/wrong_answers/a.py": "x = 1"},
        ["submissions/wrong_answers E323 this is none of accepted, wrong_answer, time_limit, run_time_error; did you mean 'wrong_answer'?"],
    ),
    "a note among the submissions": (
        {"submissions/accepted/notes.txt": "x"},
        ["submissions/accepted/notes.txt E323 only .py files may be among the submissions"],
    ),
    "another folder": (
        {"exercise.yaml": "schema: 1\nid: add-two\ntitle: T\nkind: fix\ndifficulty: 1\ntopics: [t]\nentry_points: [{name: add_one, signature: s}]\n"},
        [
            "exercise.yaml:2:5 E321 the exercise 'add-two' is in a folder named 'add-one' (the two names must be equal)",
            "starter.py:1:1 E322 the first line must be '# quizzer: add-two' (it tells what to judge)",
        ],
    ),
    "values out of bounds": (
        {"exercise.yaml": (
            "schema: 1\nid: add-one\ntitle: T\nkind: implment\ndifficulty: 9\ntopics: []\nentry_points:\n"
            "  - {name: add one, signature: s}\nlimits: {call_s: 0, run_ms: 3}\nforbidden: [torch..add]\n"
            "runs: 21\n"
        )},
        [
            "exercise.yaml:4:7 E204 kind 'implment' is unknown (implement, fix, compute, train, optimise); did you mean 'implement'?",
            "exercise.yaml:5:13 E205 'difficulty' must be 5 or less, not 9",
            "exercise.yaml:6:9 E205 'topics' has no entries; it needs 1 or more",
            "exercise.yaml:8:12 E206 'name' must be a Python name",
            "exercise.yaml:9:18 E205 'call_s' must be more than 0.0, not 0",
            "exercise.yaml:9:21 E203 'run_ms' is not a key of a limits; did you mean 'run_s'?",
            "exercise.yaml:10:13 E206 'forbidden' must be a dotted Python name",
            "exercise.yaml:11:7 E205 'runs' must be 20 or less, not 21",
        ],
    ),
    "entry point twice": (
        {"exercise.yaml": "schema: 1\nid: add-one\ntitle: T\nkind: fix\ndifficulty: 1\ntopics: [t]\nentry_points:\n  - {name: add_one, signature: s}\n  - {name: add_one, signature: s}\n"},
        ["exercise.yaml:9:12 E328 entry point 'add_one' is given twice"],
    ),
    "a file that is not UTF-8": (
        {SAME: "# caught-by: adds_one\n# é".encode("latin-1")},
        [f"{SAME}:2:3 E102 this file is not UTF-8 (save it as UTF-8)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_exercise_gives_exactly_these_lines(name, write_exercise, errors_of):
    changes, expected = BROKEN[name]
    folder = write_exercise(changes)

    found = [str(d).replace(f"{folder}/", "") for d in lint_exercise(folder) if d.severity == "error"]

    assert found == expected


def test_all_errors_of_all_files_come_at_once(write_exercise):
    folder = write_exercise({"checks.py": "def", "starter.py": "x = 1\n", REFERENCE: b""})

    with pytest.raises(InputError) as caught:
        read_exercise(folder)

    assert [d.code for d in caught.value.diagnostics] == ["E112", "E322", "E324", "E104"]


def test_a_link_out_of_the_folder_is_refused(write_exercise, tmp_path, errors_of):
    folder = write_exercise({"fixtures.py": None})
    (tmp_path / "secret.py").write_text("SECRET = 1\n")
    (folder / "fixtures.py").symlink_to(tmp_path / "secret.py")

    found = errors_of(folder)

    assert found == ["fixtures.py E110 this link leads out of the folder; copy the file here"]


SAME_JUDGE = {
    "statement": {"statement.md": "Other words.\n"},
    "starter": {"starter.py": "# quizzer: add-one\n"},
    "mutants": {SAME: "# caught-by: adds_one\nadd_one = abs\n"},
    "another accepted solution": {"submissions/accepted/third.py": "add_one = None\n"},
}
OTHER_JUDGE = {
    "reference": {REFERENCE: "def add_one(x):\n    return 1 + x\n"},
    "fixtures": {"fixtures.py": "N = 2\n"},
}


@pytest.mark.parametrize("name", SAME_JUDGE)
def test_what_only_speaks_to_people_keeps_the_version(name, write_exercise):
    before = read_exercise(write_exercise({})).version

    after = read_exercise(write_exercise(SAME_JUDGE[name])).version

    assert after == before


@pytest.mark.parametrize("name", OTHER_JUDGE)
def test_what_judges_changes_the_version(name, write_exercise):
    before = read_exercise(write_exercise({})).version

    after = read_exercise(write_exercise(OTHER_JUDGE[name])).version

    assert after != before


@pytest.mark.parametrize(
    ("file", "old", "new", "same"),
    [
        ("exercise.yaml", "title: Add one", "title: Plus one\nhints: [Count on]\nexplanation: It counts", True),
        ("exercise.yaml", "difficulty: 1", "difficulty: 2", True),
        ("exercise.yaml", "kind: implement", "kind: implement\nlimits: {call_s: 1}", False),
        ("exercise.yaml", "kind: implement", "kind: implement\nforbidden: [operator.add]", False),
        ("exercise.yaml", "kind: implement", "kind: implement\nruns: 2", False),
        ("exercise.yaml", "kind: implement", "kind: implement\nruns: 1", True),
        ("exercise.yaml", "add_one(x)", "add_one(y)", False),
        ("checks.py", '"One is added"', '{"en": "Adds", "zh-CN":\n    "加一"}', True),
        ("checks.py", '"What is 1 + 1?"', '"Count"', True),
        ("checks.py", "points=2", "points=3", False),
        ("checks.py", "add_one(1), 2", "add_one(2), 3", False),
    ],
)
def test_the_version_follows_what_judges(file, old, new, same, write_exercise):
    folder = write_exercise({})
    before = read_exercise(folder).version
    text = (folder / file).read_text()
    assert old in text

    (folder / file).write_text(text.replace(old, new))

    assert (read_exercise(folder).version == before) is same
