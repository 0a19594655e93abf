"""Custom study: the cards that a session is to be about, from what was said on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Rating
from quizzer.domain.search_parse import parse_search
from quizzer.domain.search_query import AllOf, Column, Pattern, Query, Rated, written
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.services.search import search_moment, share_of
from quizzer.services.study_arrange import CardFilter

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store


def card_filter(
    store: Store,
    *,
    topic: str | None,
    tag: str | None,
    search: str | None,
    failed_today: bool,
    now: datetime,
    zone: tzinfo,
    options: SchedulerOptions,
) -> CardFilter:
    """The cards of a topic, with a tag, found by a search, and failed today: all of that at once.

    Raises:
        SearchError: the search cannot be read.
        UsageError: no card is like that.
    """
    parts: list[Query] = []
    if topic:
        parts.append(Pattern(Column.TOPIC, topic))
    if tag:
        parts.append(Pattern(Column.TAG, tag))
    if search:
        parts.append(parse_search(search))
    if failed_today:
        parts.append(Rated(1, Rating.AGAIN))
    query = AllOf(tuple(parts))
    model = Fsrs6(options.weights)
    with store.read() as tx:
        moment = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day())
        found = tx.search(query, search_moment(moment, model=model))
    # Nothing failed today is no mistake, and the session says so.
    if not found and not failed_today:
        raise UsageError(f"no card is like that: {written(query)}", hint="quizzer search shows what there is")
    return CardFilter(query, share_of(model))
