"""Many folders read together: what only shows between decks and exercises."""

import subprocess
import sys

import pytest

from quizzer.content import find_decks, find_exercises, lint_library, read_library
from quizzer.domain.errors import InputError

HEADER = "schema: 1\nid: {0}\nversion: '1'\ntitle: T\ndescription: D\nlicence: MIT\ntopics: [{1}]\n"
CARD = "cards:\n  - {{id: one, kind: exercise, topic: {0}, exercise: {1}}}\n"


@pytest.fixture
def root(tmp_path):
    """A folder for decks beside the one where exercises are written."""
    return tmp_path / "library"


def add_deck(root, name, *, topics="t", topic="t", exercise="add-one"):
    folder = root / name
    (folder / "cards").mkdir(parents=True)
    (folder / "deck.yaml").write_text(HEADER.format(name.rpartition("/")[2], topics))
    (folder / "cards" / "a.yaml").write_text(CARD.format(topic, exercise))
    return folder


def test_a_file_of_cards_may_be_called_like_the_file_of_an_exercise(root):
    folder = add_deck(root, "a", topics="{id: t}")
    (folder / "cards" / "a.yaml").rename(folder / "cards" / "exercise.yaml")

    (deck,) = read_library([root]).decks

    assert find_exercises(root) == ()
    assert [card.id for card in deck.cards] == ["a/one"]


def lines(error):
    return [f"{d.code} {d.message}" for d in error.value.diagnostics]


def test_decks_and_exercises_are_found_below_a_root_in_name_order(root, write_exercise):
    decks = [add_deck(root, name, topics=f"{{id: {name[-1]}}}", topic=name[-1]) for name in ("b", "a", "deep/er/c")]
    exercise = write_exercise({})

    library = read_library([root, exercise.parent / "add-one"])

    assert find_decks(root) == (decks[1], decks[0], decks[2])
    assert find_exercises(exercise.parent) == (exercise,)
    assert [deck.id for deck in library.decks] == ["a", "b", "c"]
    assert [exercise.id for exercise in library.exercises] == ["add-one"]


def test_a_folder_given_twice_is_read_once(root, write_exercise):
    add_deck(root, "a", topics="{id: t}")

    library = read_library([root, root / "a", write_exercise({})])

    assert len(library.decks) == 1


def test_a_card_of_an_unknown_exercise_is_refused_when_the_library_is_known(root, write_exercise):
    add_deck(root, "a", topics="{id: t}", exercise="add-ones")

    with pytest.raises(InputError) as caught:
        read_library([root, write_exercise({})])

    assert lines(caught) == ["E311 there is no exercise 'add-ones'; did you mean 'add-one'?"]


def test_the_caller_may_know_of_more_exercises(root):
    add_deck(root, "a", topics="{id: t}", exercise="add-one")

    assert len(read_library([root], known_exercises=["add-one"]).decks) == 1
    with pytest.raises(InputError, match="1 error in 1 file"):
        read_library([root], known_exercises=[])


def test_without_a_library_any_exercise_may_be_named(root):
    add_deck(root, "a", topics="{id: t}", exercise="anything")

    assert len(read_library([root]).decks) == 1


def test_a_broken_exercise_exists_all_the_same(root, write_exercise):
    add_deck(root, "a", topics="{id: t}")

    with pytest.raises(InputError) as caught:
        read_library([root, write_exercise({"checks.py": b""})])

    assert [line.split()[0] for line in lines(caught)] == ["E104"]


def test_errors_of_all_decks_and_exercises_come_together(root, write_exercise):
    add_deck(root, "a", topics="{id: t}", topic="u")
    add_deck(root, "b", topics="{id: t}, {id: t}")

    with pytest.raises(InputError) as caught:
        read_library([root, write_exercise({"starter.py": None})])

    assert sorted(line.split()[0] for line in lines(caught)) == ["E101", "E303", "E305"]


def test_two_decks_of_one_id_are_refused(root):
    add_deck(root, "x/a", topics="{id: t}")
    add_deck(root, "y/a", topics="{id: t}")

    with pytest.raises(InputError) as caught:
        read_library([root])

    assert lines(caught) == [f"E314 id 'a' is already used in {root}/x/a/deck.yaml"]


def test_a_circle_through_two_decks_is_found_and_one_within_a_deck_is_told_once(root):
    add_deck(root, "a", topics="{id: t, requires: [u]}")
    add_deck(root, "b", topics="{id: u, requires: [t]}", topic="u")
    add_deck(root / "other", "c", topics="{id: v, requires: [v]}", topic="v")

    with pytest.raises(InputError) as across:
        read_library([root / "a", root / "b"])
    with pytest.raises(InputError) as within:
        read_library([root / "other"])

    assert lines(across) == ["E304 topics require each other in a circle: t -> u -> t"]
    assert lines(within) == ["E304 topics require each other in a circle: v -> v"]


def test_a_required_topic_that_no_deck_has_is_a_warning_between_decks(root):
    add_deck(root, "a", topics="{id: t, requires: [nn.Liner]}")
    add_deck(root, "b", topics="{id: nn.Linear}", topic="nn.Linear")

    found = [f"{d.code} {d.message}" for d in lint_library([root])]

    assert found == ["W423 none of 2 decks has the topic 'nn.Liner'; did you mean 'nn.Linear'?"]


def test_a_long_chain_of_topics_is_no_circle(root):
    chain = ", ".join(f"{{id: t{n}, requires: [t{n + 1}]}}" for n in range(3000))
    add_deck(root, "a", topics=chain, topic="t0")

    assert len(read_library([root]).decks[0].topics) == 3000


@pytest.mark.timeout(20)
def test_topics_that_share_their_requirements_are_each_followed_once(root):
    # Two topics a layer, each requiring both of the next: 2**60 paths, 120 topics.
    layers = [f"{{id: {side}{n}, requires: [a{n + 1}, b{n + 1}]}}" for n in range(60) for side in "ab"]
    add_deck(root, "a", topics=", ".join(layers), topic="a0")

    assert len(read_library([root]).decks[0].topics) == 120


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_path_without_decks_or_exercises_is_refused(name, tmp_path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(InputError, match=r"no such folder|no decks and no exercises"):
        read_library([tmp_path / name])


def test_importing_the_package_loads_neither_pydantic_nor_yaml():
    code = "import quizzer.content, sys; print(sorted({'pydantic', 'yaml', 'torch'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_reading_loads_no_torch_and_every_name_of_the_package_exists():
    code = (
        "import quizzer.content as c, sys\n"
        "assert all(getattr(c, name) for name in c.__all__)\n"
        "print(sorted({'torch', 'numpy', 'sqlalchemy', 'rich', 'click'} & set(sys.modules)), hasattr(c, 'nonsense'))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[] False\n"
