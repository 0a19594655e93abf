"""A backup is checked as if a stranger had written it: what cannot be asked or cannot have been is left out by name."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from quizzer.domain.errors import InputError
from quizzer.domain.exchange import Remark, SkipReason
from quizzer.interchange.files import read_file

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
ON = AT.date().toordinal()


def progress(**more):
    return {
        "state": "review", "repetitions": 1, "lapses": 0, "stability": 3.0, "difficulty": 5.0,
        "reviewed_at": AT.isoformat(), "reviewed_on": ON, "interval_days": 3, "due_on": ON + 3,
    } | more  # fmt: skip


def answer(**more):
    return {
        "rating": 3, "answered_at": AT.isoformat(), "answered_on": ON,
        "before": {"state": "new", "repetitions": 0, "lapses": 0}, "after": progress(),
        "interval_s": 259_200.0, "elapsed_days": 0, "scheduled_days": 3, "duration_s": 2.5, "correct": True, "hints": 0,
        "clock_went_back": False,
    } | more  # fmt: skip


def card(kind="basic", body=None, **more):
    return {
        "id": "mine/x", "note": "mine/x", "deck": "mine", "topic": "t", "kind": kind,
        "body": body or {"prompt": {"en": "p"}, "answer": {"en": "a"}}, "why": {}, "source": "", "requires": [],
        "tags": [], "verify": None,
    } | more  # fmt: skip


def backup(*cards, **more):
    deck = {
        "id": "mine",
        "version": "1",
        "title": {"en": "Mine"},
        "description": {},
        "licence": "",
        "topics": [["t", []]],
    }
    return {"format": "quizzer-deck", "version": 1, "deck": deck, "cards": list(cards)} | more


@pytest.fixture
def read(tmp_path, calendar):
    def write_and_read(plain):
        path = tmp_path / "deck.json"
        path.write_text(plain if isinstance(plain, str) else json.dumps(plain), encoding="utf-8")
        return read_file(path, calendar=calendar)

    return write_and_read


def test_a_card_comes_with_its_progress_and_answers(read):
    shipment = read(backup({"card": card(), "progress": progress(), "answers": [answer()]}))

    (parcel,) = shipment.parcels
    assert parcel.history.progress.schedule.due_on == ON + 3
    assert [record.duration_s for record in parcel.history.records] == [2.5]


@pytest.mark.parametrize(
    "broken",
    [
        card(id="../x", note="../x"),
        card(note="mine/other"),
        card(deck="other"),
        card(topic=""),
        card(source=5),
        card(tags=["ok", 5]),
        card(body={"prompt": {"en": 5}, "answer": {"en": "a"}}),
        card(body={"prompt": {"fr": "p"}, "answer": {"en": "a"}}),
        card(body={"prompt": {"en": "p" * 20_001}, "answer": {"en": "a"}}),
        card(kind="nonsense"),
        card("cloze", {"text": {"en": "nothing hidden"}, "number": 1, "accept": []}),
        card("cloze", {"text": {"en": "{{c1::x}}", "zh-CN": "{{c2::x}}"}, "number": 1, "accept": []}),
        card("choice", {"prompt": {"en": "p"}, "options": [[{"en": "x"}, True, None, None]]}),
        card("choice", {"prompt": {"en": "p"}, "options": [[{"en": x}, True, None, None] for x in "ab"]}),
        card("order", {"prompt": {"en": "p"}, "lines": ["a", "b"], "before": [[0, 7]]}),
        card(
            "bug",
            {"prompt": {"en": "p"}, "code": "a", "line": 9, "fix": "b", "setup": "", "check": "", "error": None},
        ),
        card(
            "compute",
            {
                "prompt": {"en": "p"}, "parameters": [["n", []]], "where": [], "derive": [], "answer": "n",
                "answer_type": "number", "tolerance": 1.0,
            },
        ),
        card(
            "compute",
            {
                "prompt": {"en": "p"}, "parameters": [["n", [[1]]]], "where": [], "derive": [], "answer": "n",
                "answer_type": "number", "tolerance": 1.0,
            },
        ),
    ],
    ids=lambda plain: f"{plain['kind']}-{plain['id']}",
)  # fmt: skip
def test_a_card_that_cannot_be_asked_is_left_out_by_name(read, broken):
    shipment = read(backup({"card": broken}, {"card": card(id="mine/good", note="mine/good")}))

    assert [parcel.card.id for parcel in shipment.parcels] == ["mine/good"]
    assert [(one.what, one.reason) for one in shipment.skipped] == [(broken["id"], SkipReason.BROKEN)]


@pytest.mark.parametrize(
    "broken",
    [
        {"stability": float("nan")},
        {"stability": -1.0},
        {"difficulty": 11.0},
        {"stability": "3"},
        {"interval_days": 0},
        {"interval_days": 2.5},
        {"due_on": ON + 99_999},
        {"due_on": 2**80},
        {"reviewed_at": "2999-01-01T00:00:00+00:00"},
        {"reviewed_at": "2026-03-01T00:00:00"},
        {"repetitions": -1},
        {"state": "nonsense"},
        {"state": "learning", "step": 0, "due_at": "2026-03-01T00:00:00"},
        {"state": "learning", "step": 0, "due_at": "9999-12-31T23:59:59+00:00"},
        {"state": "learning", "step": -1, "due_at": AT.isoformat()},
    ],
    ids=str,
)
def test_a_schedule_that_cannot_be_makes_the_card_new(read, broken):
    shipment = read(backup({"card": card(), "progress": progress(**broken), "answers": []}))

    assert shipment.parcels[0].history is None
    assert shipment.remarks == {Remark.MEMORY_REFUSED: 1}


@pytest.mark.parametrize(
    "broken",
    [
        {"rating": 5},
        {"answered_at": "2999-01-01T00:00:00+00:00"},
        {"answered_on": ON + 99_999},
        {"duration_s": float("inf")},
        {"duration_s": -1.0},
        {"interval_s": "long"},
        {"hints": -1},
        {"elapsed_days": 1.5},
        {"correct": "yes"},
        {"clock_went_back": None},
        {"after": progress(stability=0.0)},
    ],
    ids=str,
)
def test_answers_that_cannot_have_been_given_are_left_out_and_the_schedule_stays(read, broken):
    shipment = read(backup({"card": card(), "progress": progress(), "answers": [answer(**broken)]}))

    assert shipment.parcels[0].history.records == ()
    assert shipment.parcels[0].history.progress.repetitions == 1
    assert shipment.remarks == {Remark.REVIEWS_REFUSED: 1}


def test_a_card_that_is_there_twice_counts_once(read):
    shipment = read(backup({"card": card()}, {"card": card(source="again")}))

    assert [parcel.card.source for parcel in shipment.parcels] == [""]
    assert [one.reason for one in shipment.skipped] == [SkipReason.REPEATED]


def test_characters_that_steer_a_terminal_are_taken_out(read):
    shipment = read(backup({"card": card(source="a\x1b[2Jb\u202ec")}))

    assert shipment.parcels[0].card.source == "a[2Jbc"


def test_a_deck_is_named_without_what_steers_a_terminal(read):
    header = backup()["deck"] | {"title": {"en": "a\x1b[2Jb"}}

    shipment = read(backup({"card": card()}, deck=header))

    assert shipment.decks[0].title.in_("en") == "a[2Jb"


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ({"format": "other"}, "no backup of quizzer's"),
        (backup(version=2), "another version"),
        ("{", "damaged"),
        ("{" + '"a":{' * 100_000, "damaged"),
        (backup(deck={"id": "mine"}), "damaged"),
        (backup(deck={**backup()["deck"], "id": "../x"}), "damaged"),
        (backup(deck={**backup()["deck"], "licence": 5}), "damaged"),
        (backup(5), "damaged"),
        (backup({"card": 5}), "damaged"),
        (backup(cards=5), "damaged"),
    ],
    ids=range(10),
)
def test_a_file_that_is_no_backup_is_refused_with_a_sentence(read, plain, words):
    with pytest.raises(InputError, match=words):
        read(plain)


CREDIT = {
    "exercise": "double", "passed_at": AT.isoformat(), "passed_on": ON, "due_before": ON + 3, "due_after": ON + 5,
    "repetitions": 1,
}  # fmt: skip


def test_what_put_a_card_off_comes_with_it(read):
    shipment = read(backup({"card": card(), "progress": progress(), "answers": [answer()], "credits": [CREDIT]}))

    (past,) = shipment.parcels[0].history.credits
    assert (past.exercise, past.passed_at, past.due_after, past.repetitions) == ("double", AT, ON + 5, 1)
    assert shipment.remarks == {}


@pytest.mark.parametrize(
    "broken",
    [
        {"exercise": ""},
        {"exercise": "x" * 101},
        {"exercise": "\x1b[31mred"},
        {"exercise": 5},
        {"passed_at": "2999-01-01T00:00:00+00:00"},
        {"passed_at": "2026-03-01T12:00:00"},
        {"passed_on": ON + 99_999},
        {"due_after": float(ON)},
        {"due_before": True},
        {"repetitions": 0},
        {"repetitions": None},
    ],
    ids=str,
)
def test_what_cannot_have_put_a_card_off_is_left_out_with_the_answers(read, broken):
    plain = {"card": card(), "progress": progress(), "answers": [answer()], "credits": [CREDIT | broken]}

    shipment = read(backup(plain))

    assert shipment.parcels[0].history.credits == ()
    assert shipment.remarks == {Remark.REVIEWS_REFUSED: 1}
