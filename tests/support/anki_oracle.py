"""Run by an interpreter that has ``anki`` and ``genanki``, in a process of its own: what Anki itself makes and sees.

Nothing of quizzer imports this, and it imports nothing of quizzer: Anki is AGPL, and serves as a second opinion only.
``make FOLDER``, ``big FOLDER``, ``genanki FOLDER`` write packages; ``show FILE`` imports one and exports it again
beside itself, ``text FILE`` imports a text file; each prints JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

START_MS = 1_767_261_600_000
DAY_MS = 86_400_000


def collection(folder: Path) -> Any:
    from anki.collection import Collection

    return Collection(str(folder / "collection.anki2"))


def add(col: Any, kind: str, deck: str, *fields: str, tags: str = "") -> Any:
    note = col.new_note(col.models.by_name(kind))
    for place, text in enumerate(fields):
        note.fields[place] = text
    note.tags = tags.split()
    col.add_note(note, col.decks.id(deck))
    return note


def learn(col: Any, card_id: int, number: int, *, second: int | None = None) -> None:
    """Make a card one in review, with a memory and a log."""
    from anki.cards import FSRSMemoryState

    card = col.get_card(card_id)
    card.type = card.queue = 2
    card.due, card.ivl, card.factor, card.reps, card.lapses = 5 + number, 3 + number, 2300, 2, number % 2
    card.memory_state = FSRSMemoryState(stability=3.25 + number, difficulty=4.5 + number / 8)
    card.desired_retention = 0.9
    col.update_card(card)
    for answer in range(2):
        at = START_MS + (number if second is None else second) * 1000 + answer * 3 * DAY_MS
        row = (at, card_id, -1, 3 + answer, 3 + answer, 1, 500, 2500 + number, answer)
        col.db.execute("INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)


def export(col: Any, folder: Path) -> None:
    from anki.collection import ExportAnkiPackageOptions

    for name, legacy in (("legacy", True), ("latest", False)):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
        col.export_anki_package(out_path=str(folder / f"{name}.apkg"), limit=None, options=options)


def facts(col: Any) -> list[dict[str, Any]]:
    """What Anki holds of each card, in words that a test can compare."""
    from datetime import datetime, timedelta

    # Anki's day begins at four o'clock, too.
    first_day = (datetime.now().astimezone() - timedelta(hours=4)).date().toordinal() - col.sched.today
    found = []
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        note = card.note()
        due = card.odue if card.odid else card.due
        memory = card.memory_state
        log = col.db.all("SELECT id, ease, ivl, time, type FROM revlog WHERE cid = ? ORDER BY id", card_id)
        found.append(
            {
                "guid": note.guid,
                "ord": card.ord,
                "type": note.note_type()["name"],
                "deck": col.decks.name(card.odid or card.did),
                "tags": sorted(note.tags),
                "state": card.type,
                "due": first_day + due if card.type == 2 else instant_of(due, col),
                "ivl": card.ivl,
                "reps": card.reps,
                "lapses": card.lapses,
                "memory": None if memory is None else [memory.stability, memory.difficulty],
                "log": log,
                "fields": note.fields,
            }
        )
    return found


def instant_of(due: int, col: object) -> int:
    """When a card in steps is due; a step that ends after the day does counts in days, and is due when one begins."""
    return due if due > 1_000_000_000 else col.crt + due * 86_400


def make(folder: Path) -> object:
    col = collection(folder)
    picture = folder / "图 片.png"
    picture.write_bytes(b"not really a picture")
    media = col.media.add_file(str(picture))
    add(col, "Basic", "ML::PyTorch", f'What is <b>this</b>? <img src="{media}">', "A picture", tags="a b::c")
    add(col, "Basic (and reversed card)", "中文", "狗", "dog")
    add(col, "Basic (optional reversed card)", "中文", "猫", "cat", "")
    add(col, "Basic (type in the answer)", "ML", "2 &lt; 3?", "yes")
    add(col, "Cloze", "ML", "{{c1::view}} shares, {{c2::clone::verb}} {{c1::copies {{c3::nested}}}}", "extra")
    for number, card_id in enumerate(sorted(col.find_cards(""))):
        if number % 2:
            learn(col, card_id, number)
    col.decks.select(col.decks.id("ML"))
    card = col.sched.get_queued_cards(fetch_limit=1).cards[0].card.id
    asked = col.get_card(card)
    asked.start_timer()
    col.sched.answerCard(asked, 3)
    cram = col.sched.get_or_create_filtered_deck(deck_id=0)
    cram.name = "Cram"
    cram.config.search_terms[0].search = "deck:中文 is:review"
    col.sched.add_or_update_filtered_deck(cram)
    export(col, folder)
    found = facts(col)
    col.close()
    whole = collection(folder)
    whole.export_collection_package(str(folder / "whole.colpkg"), include_media=True, legacy=False)
    return found


def big(folder: Path) -> object:
    col = collection(folder)
    kind = col.models.by_name("Basic")
    deck = col.decks.id("Big")
    for number in range(10_000):
        note = col.new_note(kind)
        note.fields = [f"问题 {number}", f"答案 {number}"]
        col.add_note(note, deck)
    for number, card_id in enumerate(col.find_cards("")):
        learn(col, card_id, number % 40, second=number)
    export(col, folder)
    return len(facts(col))


def genanki_package(folder: Path) -> object:
    import genanki

    deck = genanki.Deck(2_059_400_110, "Gen::Deck")
    deck.add_note(genanki.Note(model=genanki.BASIC_AND_REVERSED_CARD_MODEL, fields=["Q <i>x</i>", "A"], guid="gen-1"))
    deck.add_note(genanki.Note(model=genanki.CLOZE_MODEL, fields=["{{c1::a}} {{c2::b}}", ""], guid="gen-2"))
    genanki.Package(deck).write_to_file(str(folder / "genanki.apkg"))
    return None


def show(path: Path) -> object:
    """Import a package twice into an empty collection: what arrived, and what the second import added."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    folder = Path(tempfile.mkdtemp())
    col = collection(folder)
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False, merge_notetypes=False)
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    first, second = col.import_anki_package(request).log, col.import_anki_package(request).log
    export(col, path.parent)
    sound = col.db.scalar("PRAGMA integrity_check")
    return {
        "new": len(first.new),
        "second": [len(second.new), len(second.updated), len(second.duplicate), len(second.conflicting)],
        "sound": sound,
        "problems": col.fix_integrity()[0],
        "cards": facts(col),
        "media": {file.name: file.read_text() for file in Path(col.media.dir()).iterdir()},
    }


def text(path: Path) -> object:
    """Import a text file with all that its headers say: what arrived."""
    from anki.collection import ImportCsvRequest

    col = collection(Path(tempfile.mkdtemp()))
    metadata = col.get_csv_metadata(path=str(path), delimiter=None)
    log = col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    return {"new": len(log.new), "cards": facts(col)}


def main() -> None:
    command, path = sys.argv[1], Path(sys.argv[2])
    run = {"make": make, "big": big, "genanki": genanki_package, "show": show, "text": text}[command]
    print(json.dumps(run(path)))  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
