"""The Markdown of cards as a terminal shows it: what is code, what is emphasis, where lines break."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.reports.card_page import PageStyle, labelled, markdown_lines
from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import CODE_STYLE, blocks, code_lines, inline, without_controls


def styled(text: RichText, style: str) -> list[str]:
    return [text.plain[span.start : span.end] for span in text.spans if str(span.style) == style]


@pytest.mark.parametrize(
    ("source", "plain", "code"),
    [
        ("use `x.view(-1)` here", "use x.view(-1) here", ["x.view(-1)"]),
        ("``a ` b``", "a ` b", ["a ` b"]),
        ("a ` lone tick", "a ` lone tick", []),
        ("`a` and `b`", "a and b", ["a", "b"]),
        ("把`x`放进去", "把x放进去", ["x"]),
        ("`**kwargs` and `*args`", "**kwargs and *args", ["**kwargs", "*args"]),
    ],
)
def test_inline_code_is_code_and_nothing_else_is(source: str, plain: str, code: list[str]) -> None:
    text = inline(source)

    assert text.plain == plain
    assert styled(text, CODE_STYLE) == code


@pytest.mark.parametrize(
    "source",
    [
        "(32 + 2*1 - 1*(5-1) - 1)//2 + 1", "0.1 * 0.1 ** (30 // 30)", "a*b*c", "x**2 + y**2", "2 * 3 * 4",
        "__init__ and running_mean_", "{n} * {k} - ({k}-1)*2",
    ],
)  # fmt: skip
def test_arithmetic_is_never_taken_for_emphasis(source: str) -> None:
    text = inline(source)

    assert text.plain == source
    assert text.spans == []


def test_emphasis_and_strong_are_styled_and_may_hold_code() -> None:
    text = inline("**never `x`** and *always*")

    assert text.plain == "never x and always"
    assert styled(text, "bold") == ["never x"]
    assert styled(text, "italic") == ["always"]
    assert styled(text, CODE_STYLE) == ["x"]


@pytest.mark.parametrize(
    ("source", "plain", "marked"),
    [
        ("返回**有效**步的均值", "返回有效步的均值", "有效"),
        ("在*每个*线性层", "在每个线性层", "每个"),
        ("是**必须**：", "是必须：", "必须"),
        ("x**2 和 y**2", "x**2 和 y**2", ""),
    ],
)
def test_chinese_needs_no_space_around_what_is_emphasised(source: str, plain: str, marked: str) -> None:
    text = inline(source)

    assert text.plain == plain
    assert "".join(text.plain[span.start : span.end] for span in text.spans) == marked


def test_backticks_can_be_kept_for_pages_without_colour() -> None:
    assert inline("use `x`", ticks=True).plain == "use `x`"


def test_blocks_are_told_apart() -> None:
    source = "# Title\n\nfirst\nline\n\n- one\n- two\n  more\n1. three\n```python\nx = 1\n\ny = 2\n```\nlast"

    assert [(block.kind, block.text, block.mark) for block in blocks(source)] == [
        ("heading", "Title", ""), ("text", "first line", ""), ("item", "one", "-"), ("item", "two more", "-"),
        ("item", "three", "1."), ("code", "x = 1\n\ny = 2", "python"), ("text", "last", ""),
    ]  # fmt: skip


def test_an_unclosed_fence_runs_to_the_end() -> None:
    assert [block.text for block in blocks("```\na\nb")] == ["a\nb"]


def test_a_soft_break_between_chinese_words_leaves_no_space() -> None:
    assert blocks("第一行\n第二行")[0].text == "第一行第二行"
    assert blocks("第一行\nword")[0].text == "第一行 word"


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("a\x1b[31mred\x1b[0m", "a[31mred[0m"), ("bell\x07", "bell"), ("a\x00b", "ab"), ("a\u202eb", "ab"),
        ("tab\tx", "tab x"), ("line\r\nend", "line\nend"), ("\x9b2J", "2J"), ("中文，ok", "中文，ok"), ("👩‍🔬", "👩‍🔬"),
    ],
)  # fmt: skip
def test_content_cannot_drive_the_terminal(source: str, clean: str) -> None:
    assert without_controls(source) == clean


def test_code_keeps_its_lines_and_is_coloured_only_where_asked() -> None:
    code = "for x in y:\n\n    total += x"

    coloured, bare = code_lines(code), code_lines(code, colour=False)

    assert [line.plain for line in coloured] == [line.plain for line in bare] == code.split("\n")
    assert any(line.spans for line in coloured)
    assert not any(line.spans for line in bare)


@pytest.mark.parametrize("width", range(2, 60, 7))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(width: int) -> None:
    text = "A trained BatchNorm layer 一个训练好的 BatchNorm 层处于 eval 模式。此时把（已有对象）的标志，设为 False！"

    lines = wrap(RichText(text), width)

    assert all(cell_len(line.plain) <= width for line in lines)
    assert "".join(line.plain for line in lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("width", range(12, 60))
def test_no_chinese_line_begins_with_a_comma_or_ends_with_an_opening_bracket(width: int) -> None:
    text = "把已有对象的标志设为假，下一次前向计算用的是哪种统计量？（提示：看“缓冲区”。）然后、再说。" * 2

    lines = [line.plain for line in wrap(RichText(text), width)]

    assert not [line for line in lines if line[:1] in "，。？：）”、"]
    assert not [line for line in lines if line[-1:] in "（“"]


def test_short_inline_code_stays_on_one_line() -> None:
    text = inline("aaaa bbbb `x = y + z` cccc")

    assert [line.plain for line in wrap(text, 14)] == ["aaaa bbbb", "x = y + z cccc"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert [line.plain for line in wrap(RichText("abcdefghij"), 4)] == ["abcd", "efgh", "ij"]


def test_labels_hang_and_plain_pages_name_each_part() -> None:
    style, plain = PageStyle(width=30), PageStyle(width=30, plain=True)

    hanging = [line.plain for line in labelled("Why", "one two three four five six seven", style=style, label_cells=6)]
    named = [line.plain for line in labelled("Why", "one two three four five six seven", style=plain, label_cells=6)]

    assert hanging == ["  Why     one two three four", "          five six seven"]
    assert named == ["Why: one two three four five", "six seven"]


def test_lists_hang_under_their_bullet() -> None:
    lines = markdown_lines("- one two three\n- four", style=PageStyle(), width=9)

    assert [line.plain for line in lines] == ["• one two", "  three", "• four"]


def test_an_item_in_an_item_stands_further_in() -> None:
    source = "- either:\n  - one\n  - another that is long enough to wrap\n- last\n"

    lines = [line.plain.rstrip() for line in markdown_lines(source, style=PageStyle(language="en"), width=24)]

    assert lines == ["• either:", "  • one", "  • another that is long", "    enough to wrap", "• last"]


def test_bullets_after_numbers_begin_a_list_of_their_own() -> None:
    source = "1. first\n   - inside\n2. second\n\n- another\n- list\n"

    lines = [line.plain for line in markdown_lines(source, style=PageStyle(), width=40)]

    assert lines == ["1. first", "  • inside", "2. second", "", "• another", "• list"]
