"""The HTML that people's cards have becomes the little Markdown that quizzer shows; what is left is text."""

from __future__ import annotations

import pytest

from quizzer.interchange.html_markdown import clean, markdown, media_name


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<br>b<div>c</div><div>d</div>", "a\n\nb\n\nc\n\nd"),
        ("<p>x <b>bold </b>y</p>\n<p>q</p>", "x **bold** y\n\nq"),
        ("<b>a <i>b</i></b><strong></strong>", "**a *b***"),
        ("<ul><li>a</li><li>b<ol><li>q</li><li>r</li></ol></li></ul>z", "- a\n- b\n  1. q\n  2. r\n\nz"),
        ("<li>lonely</li>", "- lonely"),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ("<pre>def f():\n    x = 1\n\n\n    return x</pre>t", "```\ndef f():\n    x = 1\n\n\n    return x\n```\n\nt"),
        ("<pre><code class=x>a <b>= 1</b><br>b</code></pre>", "```\na = 1\nb\n```"),
        ("use <code>a_b*c</code> and <kbd>q`r</kbd>", "use `a_b*c` and ``q`r``"),
        ("<code>a<br>b</code>end", "```\na\nb\n```\n\nend"),
        ("<code></code>x", "x"),
        ("H<sub>2</sub>O, x<sup>ab</sup>, y<sub>i</sub>, 10<sup>-3</sup>", "H₂O, x^(ab), y_i, 10⁻³"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b |\n1 | 2 |"),
        (r"\(x_1\) [$]a[/$] [latex]b[/latex] \[c\] [$$]d[/$$]", "$x_1$ $a$ $b$ $$c$$ $$d$$"),
        ("a &lt;b&gt; &amp; c&nbsp;d", "a <b> & c d"),
        ("<span style='color:red'><font size=2>in</font>side</span>", "inside"),
        ("<svg><text>drawn</text></svg>after", "(image: drawing)after"),
        ("<img alt='only alt'><br/><hr/>x", "(image: only alt)\n\nx"),
        ("[sound:../a.mp3]", "(sound: a.mp3)"),
        ("<a href='https://x.org/a'>https://x.org/a</a>", "https://x.org/a"),
        ("<a href='data:text/html,x'>a</a></a>", "a"),
        ("<style>b{}</style><script>x()</script><script/>y", "y"),
        ("</ul></sub></pre></b>stray", "stray"),
        ("<b>open", "**open"),
        ("a   b\n\n c", "a b c"),
        ("2 * 3 * 4 and a_b", "2 * 3 * 4 and a_b"),
        ("", ""),
    ],
)
def test_html_becomes_markdown(html, expected):
    assert clean(markdown(html)) == expected


def test_a_list_of_two_hundred_levels_is_as_deep_as_it_gets():
    deep = markdown("<ul><li>" * 500 + "x")

    assert len(deep.split("\n")[-1]) - len(deep.split("\n")[-1].lstrip()) == 2 * 199


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.png", "a.png"),
        ("../../etc/x", "x"),
        ("C:\\dir\\y", "y"),
        ("a\x1b[1mb\nc", "a[1mb c"),
        ("", "?"),
        ("x/", "?"),
    ],
)
def test_a_media_name_is_its_last_part(name, expected):
    assert media_name(name) == expected


def test_clean_takes_out_what_steers_and_keeps_what_is_read():
    assert clean("a\r\nb\tc\u2028d\u202ee\x00\ue000é狗\U0001f600\u200d") == "a\nb    c\nde" + "é狗\U0001f600\u200d"
