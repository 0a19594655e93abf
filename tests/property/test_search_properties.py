"""Any text is a search or an error with its place; a search written down reads the same; SQL finds what it means."""

import fnmatch
import tempfile
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.domain.act import LEECH_TAG, MARKED_TAG
from quizzer.domain.card import Basic, Card, CardKind, Cloze, Deck, Topic
from quizzer.domain.memory import Learning, Memory, Progress, Rating, Review, State, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.search_parse import SearchError, parse_search
from quizzer.domain.search_query import (
    OPERATORS,
    Added,
    AllOf,
    AnyOf,
    Being,
    Column,
    Compare,
    Flag,
    Is,
    Not,
    OfKind,
    Pattern,
    Property,
    Rated,
    Words,
    written,
)
from quizzer.domain.text import Text
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.services.search import share_of
from quizzer.storage.search_sql import SearchMoment, compile_search
from quizzer.storage.store import open_store
from quizzer.storage.times import to_ms

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = StudyDay(NOW.toordinal())
DAY_ENDS = datetime(2026, 3, 11, 4, tzinfo=UTC)
MODEL = Fsrs6()

texts = st.text(st.sampled_from('ab ()-:"\\*%_或张（）：“”－<>=.0189\u3000'), max_size=30)
words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
decimals = st.integers(0, 2)


def number(digits, tenths):
    return round(tenths / 10**digits, digits), digits


def compared(prop, operator, value):
    return Compare(prop, operator, *((float(value[0]), 0) if prop.counts else value))


# 1 is what retrievability is on the day of an answer.
numbers = st.builds(number, decimals, st.integers(0, 1200)) | st.just((1.0, 0))
leaves = st.one_of(
    st.builds(Words, words | st.sampled_from(["a", "b c", "张", "%", "or"])),
    st.builds(Pattern, st.sampled_from(Column), st.sampled_from(["one", "on*", "deck/*", "*", "SHAPE", "o_e", "two"])),
    st.builds(OfKind, st.sampled_from(CardKind)),
    st.builds(Being, st.sampled_from(Is)),
    st.builds(Flag, st.integers(0, 7)),
    st.builds(compared, st.sampled_from(Property), st.sampled_from(OPERATORS), numbers.map(lambda n: (int(n[0]), 0)))
    .filter(lambda query: query.name.counts),
    st.builds(compared, st.sampled_from(Property), st.sampled_from(OPERATORS), numbers)
    .filter(lambda query: not query.name.counts),
    st.builds(Rated, st.integers(1, 9), st.none() | st.sampled_from(Rating)),
    st.builds(Added, st.integers(1, 9)),
)  # fmt: skip
queries = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.lists(parts, min_size=2, max_size=3).map(lambda found: AllOf(tuple(found))),
        st.lists(parts, min_size=2, max_size=3).map(lambda found: AnyOf(tuple(found))),
    ),
    max_leaves=5,
)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_text_is_a_search_or_an_error_at_one_of_its_columns(text):
    column = None
    try:
        parse_search(text)
    except SearchError as error:
        column = error.column

    assert column is None or 1 <= column <= len(text) + 1


@settings(max_examples=200, deadline=None)
@given(queries)
def test_a_query_that_is_written_and_read_again_is_the_same(query):
    assert parse_search(written(query)) == query


memories = st.builds(Memory, st.sampled_from([0.5, 1.0, 3.0, 12.25, 80.0]), st.sampled_from([1.0, 5.25, 7.0, 10.0]))
days = st.integers(TODAY - 9, TODAY)


def in_review(memory, due, on):
    return Review(memory, 3, StudyDay(due), NOW, StudyDay(on))


def in_steps(memory, hours, on):
    return Learning(memory, 0, NOW + timedelta(hours=hours), NOW, StudyDay(on))


schedules = st.one_of(
    st.builds(in_review, memories, st.integers(TODAY - 4, TODAY + 4), days),
    st.builds(in_steps, memories, st.integers(-2, 2), days),
)
histories = st.lists(st.tuples(schedules, st.sampled_from(Rating), days), max_size=2)
learners = st.fixed_dictionaries(
    {
        "history": histories,
        "lapses": st.integers(0, 3),
        "suspended": st.booleans(),
        "flag": st.integers(0, 2),
        "tags": st.sets(st.sampled_from([MARKED_TAG, LEECH_TAG, "own"])),
        "buried": st.sampled_from([None, TODAY, TODAY + 1]),
        "remark": st.sampled_from(["", "my WORDS", "我的 张"]),
    }
)


def a_card(name, topic, body, why, source, *tags):
    return Card(f"deck/{name}", f"deck/{name}", "deck", topic, body, Text.of(why), source, tags=tags)


CARDS = (
    a_card("one", "one", Basic(Text.of({"en": "A b c", "zh-CN": "张量"}), Text.of("50 %")), "why", "a", "Shape"),
    a_card("two", "two", Basic(Text.of("one a"), Text.of("x")), "or", "b"),
    a_card("three", "one", Cloze(Text.of("b {{c1::c}}"), 1), "w_y", "c", "two"),
)
ADDED = (NOW, NOW - timedelta(days=3), NOW - timedelta(days=30))
TEXTS = ("a b c\n张量\n50 %\nwhy\na", "one a\nx\nor\nb", "b c\nw_y\nc")


def fill(store, states):
    for card, at in zip(CARDS, ADDED, strict=True):
        with store.write() as tx:
            deck = Deck("deck", "1", Text.of("D"), Text.of("D"), "MIT", (Topic("one"), Topic("two")), (card,))
            tx.apply_content([deck], [], origin="test", retire_missing=False, at=at)
    for card, state in zip(CARDS, states, strict=True):
        for schedule, rating, on in state["history"]:
            with store.write() as tx:
                before = tx.progress(card.id)
                after = Progress(schedule, before.repetitions + 1, state["lapses"])
                tx.record_answer(AnswerRecord(card.id, rating, before, after, NOW, StudyDay(on), 60.0, 0, 0, 1.0))
        with store.write() as tx:
            tx.set_suspended([card.id], suspended=state["suspended"], at=NOW)
            tx.set_flag([card.id], flag=state["flag"], at=NOW)
            for tag in state["tags"]:
                tx.set_tag([card.id], tag, present=True, at=NOW)
            if state["buried"]:
                tx.bury([card.id], until=state["buried"], at=NOW)
            tx.set_remark(card.id, state["remark"], at=NOW)


def matches(pattern, text):
    return fnmatch.fnmatchcase(text.lower(), pattern.lower().replace("[", "[[]").replace("?", "[?]"))


def means(query, place, state):
    """Whether the card at ``place`` is meant: the search in plain Python."""
    match query:
        case Not(part):
            return not means(part, place, state)
        case AllOf(parts):
            return all(means(part, place, state) for part in parts)
        case AnyOf(parts):
            return any(means(part, place, state) for part in parts)
        case Being(what):
            return is_so(what, state)
        case Compare():
            return compares(query, state)
    return says(query, place, state)


def says(query, place, state):
    card = CARDS[place]
    match query:
        case Words(text):
            return folded(text) in TEXTS[place] or folded(text) in folded(state["remark"])
        case Pattern(Column.TAG, pattern):
            return any(matches(pattern, tag) for tag in {*card.tags, *state["tags"]})
        case Pattern(column, pattern):
            return matches(pattern, {Column.DECK: card.deck, Column.TOPIC: card.topic, Column.ID: card.id}[column])
        case OfKind(kind):
            return card.kind is kind
        case Flag(number):
            return state["flag"] == number
        case Added(days):
            return ADDED[place] >= DAY_ENDS - timedelta(days=days)
        case Rated(days, rating):
            return any(on > TODAY - days and rating in (None, given) for _, given, on in state["history"])


def folded(text):
    return unicodedata.normalize("NFKC", text).casefold()


def is_so(what, state):
    schedule = state["history"][-1][0] if state["history"] else None
    standing = State.NEW if schedule is None else schedule.state
    buried = state["buried"] is not None and state["buried"] > TODAY
    due = isinstance(schedule, Review) and schedule.due_on <= TODAY
    due = due or (isinstance(schedule, Learning) and schedule.due_at <= NOW)
    return {
        Is.NEW: standing is State.NEW,
        Is.LEARNING: standing is State.LEARNING,
        Is.REVIEW: standing is State.REVIEW,
        Is.DUE: due and not buried and not state["suspended"],
        Is.SUSPENDED: state["suspended"],
        Is.BURIED: buried,
        Is.LEECH: LEECH_TAG in state["tags"],
        Is.MARKED: MARKED_TAG in state["tags"],
        Is.FLAGGED: state["flag"] > 0,
        Is.NOTED: state["remark"] != "",
    }[what]


def compares(query, state):
    schedule = state["history"][-1][0] if state["history"] else None
    if query.name is Property.REPETITIONS:
        value = len(state["history"])
    elif query.name is Property.LAPSES:
        value = state["lapses"] if state["history"] else 0
    elif schedule is None or (query.name in (Property.INTERVAL, Property.DUE) and isinstance(schedule, Learning)):
        return False
    else:
        value = {
            Property.STABILITY: lambda: schedule.memory.stability,
            Property.DIFFICULTY: lambda: schedule.memory.difficulty,
            Property.RETRIEVABILITY: lambda: MODEL.retrievability(
                schedule.memory, elapsed_days=TODAY - schedule.reviewed_on
            ),
            Property.INTERVAL: lambda: schedule.interval_days,
            Property.DUE: lambda: schedule.due_on - TODAY,
        }[query.name]()
    half = 0.0 if query.name.counts else 0.5 * 10.0**-query.decimals
    equal = value == query.value if query.name.counts else query.value - half <= value < query.value + half
    return {
        "<": value < query.value,
        "<=": value <= query.value,
        ">": value > query.value,
        ">=": value >= query.value,
        "=": equal,
        "!=": not equal,
    }[query.operator]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(learners, learners, learners), st.lists(queries, min_size=10, max_size=10))
def test_the_database_finds_just_the_cards_that_a_search_means(states, asked):
    moment = SearchMoment(to_ms(NOW), TODAY, to_ms(DAY_ENDS), share_of(MODEL))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "quizzer.db") as store:
        fill(store, states)
        with store.read() as tx:
            for query in asked:
                listed = list(tx.listed(tx.search(query, moment)))

                found = [card.id for card, _, _ in listed]
                wanted = [card.id for place, card in enumerate(CARDS) if means(query, place, states[place])]
                assert sorted(found) == sorted(wanted), written(query)
                for card, *stands in listed:
                    assert card == tx.card(card.id)
                    assert stands == [tx.progress(card.id), tx.standing(card.id)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(learners, learners, learners), st.lists(queries, min_size=10, max_size=10))
def test_a_session_about_a_search_has_just_those_of_its_cards_that_may_be_asked(states, asked):
    moment = SearchMoment(to_ms(NOW), TODAY, to_ms(DAY_ENDS), share_of(MODEL))
    asleep = [is_so(Is.SUSPENDED, state) or is_so(Is.BURIED, state) for state in states]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "quizzer.db") as store:
        fill(store, states)
        with store.read() as tx:
            for query in asked:
                found = tx.rehearsal(today=TODAY, limit=9, where=compile_search(query, moment))

                wanted = [
                    place for place, state in enumerate(states) if means(query, place, state) and not asleep[place]
                ]
                assert {one.card_id for one in found} == {CARDS[place].id for place in wanted}, written(query)
