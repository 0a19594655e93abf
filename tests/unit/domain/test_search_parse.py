"""What a search means, in whichever way it is typed, and where it says that it makes no sense."""

import pytest

from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating
from quizzer.domain.search_parse import SearchError, parse_search
from quizzer.domain.search_query import (
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
)

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", AllOf()),
        ("  \t ", AllOf()),
        ("a", A),
        ("a b", AllOf((A, B))),
        ("a and b", AllOf((A, B))),
        ("a or b c", AnyOf((A, AllOf((B, C))))),
        ("(a OR b) c", AllOf((AnyOf((A, B)), C))),
        ("-a b", AllOf((Not(A), B))),
        ("-(a b)", Not(AllOf((A, B)))),
        ("--a", Not(Not(A))),
        ("a-b", Words("a-b")),
        ("a - b", AllOf((A, Words("-"), B))),
        ('"a or b"', Words("a or b")),
        ('"say \\"hi\\" \\\\ there"', Words('say "hi" \\ there')),
        ('-"a b"', Not(Words("a b"))),
        ("torch.view(-1, 3) b", AllOf((Words("torch.view(-1, 3)"), B))),
        ("f(g(x))[0]", Words("f(g(x))[0]")),
        ("(a or f(x))", AnyOf((A, Words("f(x)")))),
        ("张量 形状", AllOf((Words("张量"), Words("形状")))),
        ("（a or b） －c", AllOf((AnyOf((A, B)), Not(C)))),
        ("is：due", Being(Is.DUE)),
        ("“a b”", Words("a b")),
        ("deck:layers", Pattern(Column.DECK, "layers")),
        ("DECK:Layers", Pattern(Column.DECK, "Layers")),
        ('topic:"my topic"', Pattern(Column.TOPIC, "my topic")),
        ("topic:nn.*", Pattern(Column.TOPIC, "nn.*")),
        ("tag:shape", Pattern(Column.TAG, "shape")),
        ("id:layers/relu#c2", Pattern(Column.ID, "layers/relu#c2")),
        ("kind:compute", OfKind(CardKind.COMPUTE)),
        ("is:Leech", Being(Is.LEECH)),
        ("flag:0", Flag(0)),
        ("rated:7", Rated(7)),
        ("rated:7:1", Rated(7, Rating.AGAIN)),
        ("added:3", Added(3)),
        ("prop:stability<3", Compare(Property.STABILITY, "<", 3.0)),
        ("prop:difficulty>=7.25", Compare(Property.DIFFICULTY, ">=", 7.25, 2)),
        ("prop:r!=0.8", Compare(Property.RETRIEVABILITY, "!=", 0.8, 1)),
        ("prop:lapses=2", Compare(Property.LAPSES, "=", 2.0)),
        ("prop:due<=-3", Compare(Property.DUE, "<=", -3.0)),
        ("prop：d＞7", Compare(Property.DIFFICULTY, ">", 7.0)),
    ],
)
def test_a_search_means_what_it_says(text, query):
    assert parse_search(text) == query


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a (b", 3, "never closed"),
        ("a b)", 4, "closes nothing"),
        ("a or", 5, "the search ends"),
        ("or a", 1, "‘or’ where a condition"),
        ("a or or b", 6, "‘or’ where a condition"),
        ("()", 2, "a bracket closes where"),
        ('a "b c', 3, "never closed"),
        ('""', 1, "nothing between the quotes"),
        ("decks:x", 1, "did you mean ‘deck:’"),
        ("a nn.Linear:x", 3, "no ‘nn.linear:’"),
        ("deck:", 6, "nothing stands after"),
        ("is:leach", 4, "did you mean ‘leech’"),
        ("kind:quiz", 6, "no ‘kind:quiz’"),
        ("flag:8", 6, "no ‘flag:8’"),
        ("a rated:0", 9, "no number of days"),
        ("rated:7:5", 7, "‘5’ is no rating"),
        ("rated:7:", 7, "‘’ is no rating"),
        ("added:x", 7, "no number of days"),
        ("added:99999999999999999999", 7, "no number of days"),
        ("prop:stability", 6, "compared with a number"),
        ("prop:stabilty<3", 6, "did you mean ‘stability’"),
        ("prop:stability<", 16, "is not a number"),
        ("prop:stability<3x", 16, "‘3x’ is not a number"),
        ("prop:lapses>=2.5", 14, "not a whole number"),
        ("-" * 51 + "a", 51, "inside each other"),
        ("(" * 60 + "a" + ")" * 60, 51, "inside each other"),
        ("x" * 1001, 1, "at most 1000 characters"),
    ],
)
def test_an_error_names_the_column_and_what_is_wrong_there(text, column, message):
    with pytest.raises(SearchError, match=message) as raised:
        parse_search(text)

    assert raised.value.column == column


def test_an_error_points_under_the_place_even_behind_wide_characters():
    with pytest.raises(SearchError) as raised:
        parse_search("张量 is:leach")

    _, line, pointer = str(raised.value).split("\n")
    assert line == "  张量 is:leach"
    # Two characters of two cells each stand before it.
    assert pointer.index("^") == 2 + 4 + len(" is:")
