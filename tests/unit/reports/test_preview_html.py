"""The page of a previewed deck: well-formed, alone in the world, and as a learner sees each card."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from quizzer.domain.card import (
    Basic,
    Bug,
    Card,
    CardId,
    Choice,
    Cloze,
    Deck,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NoteId,
    Option,
    Order,
    Topic,
    TopicId,
)
from quizzer.domain.text import LANGUAGES, Text
from quizzer.reports.markdown_html import to_html
from quizzer.reports.preview_html import preview_html, problems_html
from quizzer.reports.preview_words import SENTENCES
from quizzer.services.preview import preview

HOSTILE = '<script>alert(1)</script> & `<b>` "quoted" [link](javascript:x) ![i](http://x/y.png)'


def card(name, body, *, why="Because."):
    return Card(
        id=CardId(f"demo/{name}"),
        note=NoteId(f"demo/{name.partition('#')[0]}"),
        deck=DeckId("demo"),
        topic=TopicId("shapes"),
        body=body,
        why=Text.of(why),
        source="docs",
    )


def text(english, chinese):
    return Text.of({"en": english, "zh-CN": chinese})


CARDS = (
    card("basic", Basic(text("Which *axis*?", "哪个**轴**？"), text("Axis `0`", "第 `0` 轴"))),
    card("axes#c2", Cloze(text("A {{c1::matrix}} has {{c2::2}} axes.", "{{c1::矩阵}}有 {{c2::2}} 个轴。"), number=2)),
    card(
        "choice",
        Choice(
            Text.of("What?"),
            (
                Option(Text.of("Right"), correct=True),
                Option(Text.of("Wrong"), mistake="one", feedback=Text.of("Never `that`.")),
                Option(Text.of("Worse"), mistake="two", feedback=Text.of("Nor that.")),
            ),
        ),
    ),
    card("order", Order(Text.of("In order?"), ("a = 1", "b = a < 2"), before=((0, 1),))),
    card("exercise", ExerciseRef(ExerciseId("dropout")), why=""),
    card("hostile", Basic(Text.of(HOSTILE), Text.of(HOSTILE)), why=HOSTILE),
)


def deck(*cards):
    return Deck(
        id=DeckId("demo"),
        version="3",
        title=text("Shapes & <sizes>", "形状"),
        description=text("About.", "关于。"),
        licence="MIT",
        topics=(Topic(TopicId("shapes")),),
        cards=cards,
    )


def page_of(*cards, languages=("en", "zh-CN"), language="en", reload_s=None):
    shown = [{one: preview(card, judge=None, language=one) for one in languages} for card in cards]
    return preview_html(deck(*cards), shown, language=language, reload_s=reload_s)


def words(element):
    return " ".join("".join(element.itertext()).split())


def versions(page, name):
    return ET.fromstring(page).findall(f".//article[@id='{name}']//div[@class='version']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_well_formed_and_fetches_and_runs_nothing(language):
    text = page_of(*CARDS, language=language)
    page = ET.fromstring(text)

    assert page.get("lang") == language
    assert {element.tag for element in page.iter()}.isdisjoint({"script", "img", "link", "iframe", "a href"})
    assert all(link.get("href").startswith("#") for link in page.iter("a"))
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_each_language_of_a_card_stands_beside_the_other():
    english, chinese = versions(page_of(*CARDS), "basic")

    assert (english.get("lang"), chinese.get("lang")) == ("en", "zh-CN")
    assert words(english) == "Which axis?AnswerAxis 0WhyBecause.Sourcedocs"
    assert words(chinese) == "哪个轴？答案第 0 轴原因Because.来源docs"
    assert english.find(".//em").text == "axis"
    assert chinese.find(".//strong").text == "轴"
    assert len(versions(page_of(*CARDS, languages=("en",)), "basic")) == 1


def test_a_cloze_hides_its_deletion_and_can_be_linked_to():
    text = page_of(*CARDS)
    (english, _) = versions(text, "axes.c2")

    assert words(english).startswith("A matrix has [...] axes.Answer2")
    assert 'href="#axes.c2"' in text


def test_a_choice_shows_its_options_by_letter_and_what_each_wrong_one_is_told():
    (english, _) = versions(page_of(*CARDS), "choice")
    options = [words(item) for item in english.findall("./ol[@class='asked']/li")]
    told = [words(item) for item in english.findall(".//ul[@class='told']/li")]

    letters = {option: "abc"[place] for place, option in enumerate(options)}
    assert sorted(letters) == ["Right", "Worse", "Wrong"]
    assert sorted(told) == sorted([f"{letters['Wrong']}) Never that.", f"{letters['Worse']}) Nor that."])
    assert words(english.find(".//div[@class='right']")) == f"{letters['Right']}) Right"


def test_lines_to_order_are_code_and_so_is_their_answer():
    (english, _) = versions(page_of(*CARDS), "order")

    assert sorted(item.text for item in english.findall("./ol/li/code")) == ["a = 1", "b = a < 2"]
    assert english.find(".//pre/code").text == "a = 1\nb = a < 2"


def test_lines_of_a_bug_go_by_number():
    bug = Bug(Text.of("Which line?"), "a = 1\nb = 2", line=2, fix="b = 3", setup="", check="")
    (english,) = versions(page_of(card("bug", bug), languages=("en",)), "bug")

    assert english.find("./ol").get("type") == "1"


def test_an_exercise_is_named():
    (english, chinese) = versions(page_of(*CARDS), "exercise")

    assert words(english) == "Coding exercise: dropoutSourcedocs"
    assert words(chinese).startswith("编程练习：dropout")


def test_what_looks_like_html_is_shown_as_it_stands():
    (english, _) = versions(page_of(*CARDS), "hostile")

    assert '<script>alert(1)</script> & <b> "quoted"' in words(english.find("./div[@class='prompt']"))


def test_only_a_watched_page_reloads():
    assert '<meta http-equiv="refresh" content="1" />' in page_of(*CARDS, reload_s=1)
    assert "refresh" not in page_of(*CARDS)


def test_a_deck_with_errors_is_a_page_that_tells_them_and_goes_on_reloading():
    text = problems_html(["a.yaml:1:2 E203 <what>"], title="p.html", language="zh-CN", reload_s=1)
    page = ET.fromstring(text)

    assert page.find(".//pre").text == "a.yaml:1:2 E203 <what>"
    assert "这个卡组暂时无法显示" in text
    assert "refresh" in text


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("One\nline.\n\nAnother.", "<p>One line.</p><p>Another.</p>"),
        ("- a\n  - b\n- c", '<ul><li class="level0">a</li><li class="level1">b</li><li class="level0">c</li></ul>'),
        ("3. a\n4. b", '<ol start="3"><li class="level0">a</li><li class="level0">b</li></ol>'),
        ("```python\nx < 1\n```", '<pre tabindex="0"><code>x &lt; 1</code></pre>'),
        ("# Head", "<h4>Head</h4>"),
        ("**a `b` c**", "<p><strong>a </strong><strong><code>b</code></strong><strong> c</strong></p>"),
        ("2*3 and `a*b*c`", "<p>2*3 and <code>a*b*c</code></p>"),
        ("", ""),
    ],
)
def test_the_markdown_of_cards_becomes_html(source, made):
    assert to_html(source) == made


def test_every_sentence_has_both_languages():
    assert all(set(versions) == set(LANGUAGES) and all(versions.values()) for versions in SENTENCES.values())
