"""Run by an interpreter that has ``anki``, in a process of its own: Anki is AGPL, and is only compared with.

``fill HISTORY COLLECTION`` makes a collection; ``first COLLECTION`` draws the first card and ends; ``serve COLLECTION``
does what each line of its input says, and answers with the milliseconds that it took, by the
clock and of CPU, and what it found. Nothing of
quizzer is imported here.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

DAY_MS = 86_400_000


def opened(path: str) -> Any:
    from anki.collection import Collection

    return Collection(path)


def fill(history: str, path: str) -> None:
    told = json.loads(Path(history).read_text(encoding="utf-8"))
    days, cards, texts = told["days"], told["cards"], told["texts"]
    col = opened(path)
    began_s = int(time.time()) - days * 86_400
    model = col.models.by_name("Basic")["id"]
    notes = [(1 + n, f"g{n}", model, 0, -1, "", "\x1f".join(text), text[0], 0, 0, "") for n, text in enumerate(texts)]
    rows, log = [], []
    for number in range(len(texts)):
        seen = cards[number] if number < len(cards) else []
        rows.append(card_row(number, seen))
        interval = 0
        for day, rating, gap, _, difficulty in seen:
            at_ms = (began_s + day * 86_400) * 1000 + number
            log.append(
                (at_ms, 1 + number, -1, rating, gap, interval, round(difficulty * 100), 6500, int(bool(interval)))
            )
            interval = gap
    col.set_config("fsrs", val=True)
    limits = col.decks.config_dict_for_deck_id(1)
    limits["new"]["perDay"] = limits["rev"]["perDay"] = 9999
    col.decks.update_config(limits)
    col.close()
    # These tables have no collation of Anki's, and its own calls take minutes for so many rows.
    with closing(sqlite3.connect(path)) as raw:
        for table, values in (("notes", notes), ("cards", rows), ("revlog", log)):
            raw.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
        raw.execute("UPDATE col SET crt = ?", (began_s,))
        raw.commit()


def card_row(number: int, seen: list[list[float]]) -> tuple[object, ...]:
    if not seen:
        return (1 + number, 1 + number, 1, 0, 0, -1, 0, 0, number, 0, 0, 0, 0, 0, 0, 0, 0, "{}")
    day, _, gap, stability, difficulty = seen[-1]
    lapses = sum(one[1] == 1 for one in seen[1:])
    data = json.dumps({"s": stability, "d": difficulty, "dr": 0.9})
    due = day + gap
    return (1 + number, 1 + number, 1, 0, 0, -1, 2, 2, due, gap, 2500, len(seen), lapses, 0, 0, 0, 0, data)


class Served:
    """What a learner does, by the calls that Anki's own window makes."""

    def __init__(self, path: str) -> None:
        self._col = opened(path)
        self._queued: Any = None

    def next(self) -> str:
        from anki.cards import Card

        self._queued = self._col.sched.get_queued_cards().cards[0]
        card = Card(self._col, backend_card=self._queued.card)
        card.start_timer()
        self._card = card
        return str(card.question())

    def answer(self) -> int:
        from anki.scheduler.v3 import CardAnswer

        scheduler = self._col.sched
        answer = scheduler.build_answer(card=self._card, states=self._queued.states, rating=CardAnswer.GOOD)
        scheduler.answer_card(answer)
        return int(self._card.id)

    def undo(self) -> str:
        return str(self._col.undo().operation)

    def stats(self, days: str) -> int:
        return len(self._col._backend.graphs_raw(self._request("", int(days))))

    def search(self, query: str) -> int:
        return len(self._col.find_cards(query))

    def _request(self, search: str, days: int) -> bytes:
        from anki.stats_pb2 import GraphsRequest

        return bytes(GraphsRequest(search=search, days=days).SerializeToString())


def serve(path: str) -> None:
    served = Served(path)
    for line in sys.stdin:
        name, _, argument = line.rstrip("\n").partition(" ")
        began = time.perf_counter(), time.process_time()
        found = getattr(served, name)(*([argument] if argument else []))
        took_ms = (time.perf_counter() - began[0]) * 1000, (time.process_time() - began[1]) * 1000
        sys.stdout.write(json.dumps({"took_ms": took_ms, "found": found}) + "\n")
        sys.stdout.flush()


def first(path: str) -> None:
    sys.stdout.write(Served(path).next()[-200:])


if __name__ == "__main__":
    {"fill": fill, "first": first, "serve": serve}[sys.argv[1]](*sys.argv[2:])
