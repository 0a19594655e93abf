"""Text files: headers say what the columns are, a guess is told, and rows that do not fit are named with their line."""

from __future__ import annotations

import pytest

from quizzer.domain.card import Basic, Cloze
from quizzer.domain.errors import InputError
from quizzer.domain.exchange import Remark, SkipReason
from quizzer.domain.text import Text
from quizzer.interchange.files import read_file

ANKI_EXPORT = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
    'y,K%6IonuV\tBasic\tML::A\t"a\t""q"" <b>x</b>"\ty<br>z\tt1 t2\n'
    '"OJ3{c(#=eQ"\tCloze\tML\t{{c1::x}} and {{c2::z}}\te\tt1 t2\n'
)


@pytest.fixture
def read(tmp_path, calendar):
    def write_and_read(text, *, name="words.txt", lenient=False):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_file(path, calendar=calendar, lenient=lenient)

    return write_and_read


def bodies(shipment):
    return [parcel.card.body for parcel in shipment.parcels]


def basic(front, back):
    return Basic(Text.of(front), Text.of(back))


def problems(caught):
    return [str(one) for one in caught.value.diagnostics]


def test_what_anki_exports_is_read_with_its_guids_decks_and_tags(read):
    shipment = read(ANKI_EXPORT)

    assert bodies(shipment) == [
        basic('a "q" **x**', "y\n\nz"),
        Cloze(Text.of("{{c1::x}} and {{c2::z}}"), 1),
        Cloze(Text.of("{{c1::x}} and {{c2::z}}"), 2),
    ]
    assert [parcel.card.guid for parcel in shipment.parcels] == ["y,K%6IonuV", "OJ3{c(#=eQ", "OJ3{c(#=eQ"]
    assert [deck.title.in_("en") for deck in shipment.decks] == ["ML::A", "ML"]
    assert shipment.parcels[0].card.tags == ("t1", "t2")
    assert shipment.remarks == {}


def test_a_note_has_the_same_id_in_a_text_file_and_in_a_package(read, tmp_path, calendar):
    from anki_packages import Package

    package = Package()
    package.basic("a", "b", guid="y,K%6IonuV")

    packed = read_file(package.write(tmp_path / "x.apkg"), calendar=calendar)

    assert packed.parcels[0].card.id == read(ANKI_EXPORT).parcels[0].card.id


@pytest.mark.parametrize("mark", ["comma", "COMMA", ","])
def test_a_separator_is_named_or_shown(read, mark):
    assert bodies(read(f'#separator:{mark}\n"a, b",c\n')) == [basic("a, b", "c")]


@pytest.mark.parametrize(("text", "name"), [("a\tb,c\n", "tab"), ("a;b,c\n", "semicolon"), ("a,b\n", "comma")])
def test_a_guess_is_told(read, text, name):
    shipment = read(text)

    assert len(shipment.parcels) == 1
    assert shipment.remarks[Remark.GUESSED_SEPARATOR] == name


def test_keys_and_values_are_read_in_any_case_with_a_mark_and_windows_line_ends(read):
    shipment = read(
        b"\xef\xbb\xbf#SEPARATOR:Semicolon\r\n#HTML:True\r\n#Deck:\xe4\xb8\xad\xe6\x96\x87\r\n#Tags:x y\r\na<br>b;c\r\n"
    )

    assert bodies(shipment) == [basic("a\n\nb", "c")]
    assert [deck.title.in_("en") for deck in shipment.decks] == ["中文"]
    assert shipment.parcels[0].card.tags == ("x", "y")


def test_without_html_a_text_is_markdown_as_it_stands(read):
    shipment = read('#separator:comma\n"def f():\n    return `a < b` &amp; *c*","# no\n#comment"\n# a comment\nx,y\n')

    assert bodies(shipment) == [basic("def f():\n    return `a < b` &amp; *c*", "# no\n#comment"), basic("x", "y")]
    assert Remark.HTML_GUESSED in shipment.remarks


def test_without_a_deck_the_file_gives_its_name(read):
    assert [deck.title.in_("en") for deck in read("a\tb\n", name="Words I know.tsv").decks] == ["Words I know"]


def test_more_columns_explain_the_answer(read):
    assert bodies(read("#html:true\n#separator:tab\na\tb\tc\td\n")) == [basic("a", "b\n\nc\n\nd")]


def test_a_reversed_note_makes_two_cards(read):
    text = "#separator:tab\n#notetype:Basic (and reversed card)\na\tb\n"

    assert bodies(read(text)) == [basic("a", "b"), basic("b", "a")]


@pytest.mark.parametrize(("flag", "count"), [("y", 2), ("", 1)])
def test_an_optional_reverse_is_made_where_it_is_asked_for(read, flag, count):
    text = f"#separator:tab\n#notetype:Basic (optional reversed card)\na\tb\t{flag}\n"

    assert len(read(text).parcels) == count


def test_a_note_without_a_guid_is_known_by_its_first_field(read):
    first, edited, other = (read(f"#separator:tab\n{row}\n").parcels[0].card.id for row in ("a\tb", "a\tc", "x\tb"))

    assert first == edited != other


def test_empty_rows_and_notes_are_left_out(read):
    shipment = read("#separator:tab\n\n\t\na\t\nx\ty\n")

    assert bodies(shipment) == [basic("x", "y")]
    assert [(one.what, one.reason) for one in shipment.skipped] == [("a", SkipReason.EMPTY)]


def test_ragged_rows_are_named_by_line_and_refused(read, tmp_path):
    with pytest.raises(InputError) as caught:
        read('#separator:comma\nWhat is 1, 2?,three\n"two\nlines",b,c\nx,y\n# comment\nlast\n')

    path = tmp_path / "words.txt"
    assert problems(caught) == [
        f"{path}:5 I101 this row has 2 columns, the first has 3",
        f"{path}:7 I101 this row has 1 columns, the first has 3",
    ]
    assert "--lenient" in caught.value.hint


def test_ragged_rows_are_accepted_by_whoever_says_so(read):
    assert len(read("#separator:comma\na,b,c\nx,y\n", lenient=True).parcels) == 2


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#separator:nothing", "'nothing' is no separator"),
        ("#html:maybe", "'maybe' is neither true nor false"),
        ("#guid column:x", "'x' is no number of a column"),
        ("#deck column:0", "'0' is no number of a column"),
        ("#tags column:99999999999", "'99999999999' is no number of a column"),
    ],
)
def test_a_header_that_makes_no_sense_is_named(read, tmp_path, header, message):
    with pytest.raises(InputError) as caught:
        read(f"#separator:tab\n{header}\na\tb\n")

    assert problems(caught)[0].startswith(f"{tmp_path / 'words.txt'}:2 I103 {message}")


def test_a_quote_that_is_never_closed_is_named(read):
    with pytest.raises(InputError) as caught:
        read('#separator:comma\n"a,b\n')

    assert "I102 this row cannot be read" in problems(caught)[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"one word\n", "how the columns of this file are parted"),
        ("网格,x\n".encode("gb18030"), "not UTF-8"),
        (b"a\0b\tc", "does not know this kind of file"),
        (b"SQLite format 3\0" + bytes(100), "bare database"),
    ],
)
def test_a_file_of_no_known_kind_is_refused_with_a_sentence(read, content, words):
    with pytest.raises(InputError, match=words):
        read(content)


def test_a_file_that_is_not_there_is_refused(tmp_path, calendar):
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "missing.apkg", calendar=calendar)


def test_names_in_headers_and_columns_that_steer_a_terminal_are_only_names(read):
    shipment = read("#separator:tab\n#deck column:3\n#tags:\x1b[1mt\na\tb\tx\x1b[2Jy\nc\td\t\n", name="n\x1b[3m.txt")

    assert [deck.title.in_("en") for deck in shipment.decks] == ["x[2Jy", "n[3m"]
    assert shipment.parcels[0].card.tags == ("[1mt",)


def test_a_header_is_quoted_without_what_steers_a_terminal(read):
    with pytest.raises(InputError) as caught:
        read("#separator:\x1b[31mred\na\tb\n")

    assert "'[31mred' is no separator" in problems(caught)[0]
