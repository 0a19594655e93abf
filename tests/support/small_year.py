"""A learner's year in a real database: three decks, studied on most days with the real scheduler, always the same."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from quizzer.domain.card import Basic, Body, Card, CardId, Choice, Cloze, Deck, DeckId, NoteId, Option, Topic, TopicId
from quizzer.domain.memory import New, Progress, Rating, Review
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions

if TYPE_CHECKING:
    from quizzer.scheduler.moment import Moment
    from quizzer.storage.store import Store, Transaction

TODAY_AT = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)
DAYS = 400
# No built-in deck has these ids: a sync of those would take the cards over.
DECKS = {
    "mini-layers": ("Layers", "层", ("nn.Linear", "nn.Dropout", "nn.BatchNorm")),
    "mini-losses": ("Losses", "损失函数", ("cross-entropy", "mse")),
    "mini-autograd": ("Autograd", "自动求导", ("backward",)),
}
OPTIONS = SchedulerOptions(fuzz=False)
_MODEL = Fsrs6()
_CARDS_PER_TOPIC = 12
_HARD_TOPICS = ("nn.BatchNorm", "cross-entropy")


def write_year(store: Store, *, days: int = DAYS, seed: int = 21) -> None:
    """Fill an empty store: content, then ``days`` days of answers that end on the day of ``TODAY_AT``."""
    chance = random.Random(seed)
    cards = [card for deck in decks() for card in deck.cards]
    with store.write() as tx:
        tx.apply_content(decks(), [], origin="test", retire_missing=True, at=TODAY_AT - timedelta(days=days))
        for ago in reversed(range(days)):
            # A week of holidays and a day off now and then.
            if 100 <= ago < 110 or (ago and chance.random() < 0.2):
                continue
            _study(tx, cards, at=TODAY_AT - timedelta(days=ago), chance=chance, new=3)


def decks() -> list[Deck]:
    """The decks that are studied."""
    return [_deck(name) for name in DECKS]


def _deck(name: str) -> Deck:
    english, chinese, topics = DECKS[name]
    cards = tuple(_card(name, topic, number) for topic in topics for number in range(_CARDS_PER_TOPIC))
    title = Text.of({"en": english, "zh-CN": chinese})
    return Deck(DeckId(name), "1", title, title, "MIT", tuple(Topic(TopicId(one)) for one in topics), cards)


def _card(deck: str, topic: str, number: int) -> Card:
    id_ = f"{deck}/{topic.lower().replace('.', '-')}-{number}"
    body = (_choice, _basic, _cloze)[number % 3](topic)
    return Card(CardId(id_), NoteId(id_), DeckId(deck), TopicId(topic), body, Text.of("Because."), "the manual")


def _basic(topic: str) -> Body:
    return Basic(Text.of(f"What does {topic} do?"), Text.of("Something."))


def _cloze(topic: str) -> Body:
    return Cloze(Text.of(f"{topic} is {{{{c1::useful}}}}."), 1)


def _choice(topic: str) -> Body:
    right = Option(Text.of("This"), correct=True)
    feedback = Text.of({"en": f"`{topic}` keeps its input <as it is>.", "zh-CN": f"`{topic}` 原样保留输入。"})
    wrong = Option(Text.of("That"), mistake=f"{topic.lower()}-drops-its-input", feedback=feedback)
    other = Text.of({"en": "The first axis is the batch.", "zh-CN": "第一个轴是批次。"})
    return Choice(
        Text.of(f"Which is {topic}?"),
        (right, wrong, Option(Text.of("Neither"), mistake="batch-comes-last", feedback=other)),
    )


def _study(tx: Transaction, cards: list[Card], *, at: datetime, chance: random.Random, new: int) -> None:
    moment = moment_at(at, zone=UTC, rollover_hour=4)
    left = new
    for card in cards:
        progress = tx.progress(card.id)
        if isinstance(progress.schedule, New):
            left -= 1
            if left < 0:
                continue
        elif isinstance(progress.schedule, Review) and progress.schedule.due_on > moment.today:
            continue
        _answer(tx, card, progress, moment=moment, chance=chance)


def _answer(tx: Transaction, card: Card, progress: Progress, *, moment: Moment, chance: random.Random) -> None:
    """Answer until the card is done for the day."""
    at = moment.now
    while isinstance(progress.schedule, New) or not isinstance(progress.schedule, Review) or at == moment.now:
        forgets = 0.28 if card.topic in _HARD_TOPICS else 0.09
        rating = (
            Rating.AGAIN if chance.random() < forgets else chance.choice([Rating.GOOD] * 6 + [Rating.HARD, Rating.EASY])
        )
        then = moment_at(at, zone=UTC, rollover_hour=4)
        outcome = four_answers(progress, card_id=card.id, moment=then, options=OPTIONS, model=_MODEL)[rating]
        tx.record_answer(
            AnswerRecord(
                card_id=card.id,
                rating=rating,
                before=progress,
                after=outcome.progress,
                answered_at=at,
                answered_on=then.today,
                interval_s=outcome.interval_s,
                elapsed_days=outcome.elapsed_days,
                scheduled_days=outcome.scheduled_days,
                duration_s=round(chance.uniform(3, 25), 1),
                correct=rating is not Rating.AGAIN if isinstance(card.body, Choice) else None,
                mistake=_mistake(card, rating, chance),
            )
        )
        progress, at = outcome.progress, at + timedelta(minutes=11)


def _mistake(card: Card, rating: Rating, chance: random.Random) -> str | None:
    """Who forgets a choice card picks a wrong option, the first more often."""
    if rating is not Rating.AGAIN or not isinstance(card.body, Choice):
        return None
    first, second = (option.mistake for option in card.body.options if not option.correct)
    return first if chance.random() < 0.8 else second
