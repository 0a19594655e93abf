"""Anki's schema 11 as its oldest readers expect it: tables, note types, decks and deck options."""

from __future__ import annotations

from typing import Any

from quizzer.interchange.anki_package import DATA_FIELD, OWN_TYPES

TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
 ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
 models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
 usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
 flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
 mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
 ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
 left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
 ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
 type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""

FIELDS = {
    False: ("Question", "Answer", "Why", "Source", DATA_FIELD),
    True: ("Text", "Why", "Source", DATA_FIELD),
}
"""The fields of our two note types, by whether they hold deletions."""

_NOTES = '{{#Why}}<div class="why">{{Why}}</div>{{/Why}}{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'
_SIDES = {
    False: ("{{Question}}", "{{FrontSide}}\n<hr id=answer>\n{{Answer}}\n" + _NOTES),
    True: ("{{cloze:Text}}", "{{cloze:Text}}\n<hr>\n" + _NOTES),
}
_CSS = """.card { font-family: sans-serif; font-size: 18px; text-align: left; color: black; background-color: white; }
pre { white-space: pre-wrap; } .why { margin-top: 1em; } .source { margin-top: 1em; font-size: 12px; color: gray; }
.cloze { font-weight: bold; color: blue; }
"""

DECK_OPTIONS: dict[str, Any] = {
    "1": {
        "id": 1, "mod": 0, "name": "Default", "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0, "replayq": True,
        "new": {
            "bury": True, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20,
        },
        "rev": {"bury": True, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
        "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
        "dyn": False,
    }
}  # fmt: skip


def model_json(key: int, *, cloze: bool, now_s: int) -> dict[str, Any]:
    """One of our two note types."""
    question, answer = _SIDES[cloze]
    return {
        "id": key, "name": OWN_TYPES[cloze], "type": int(cloze), "mod": now_s, "usn": -1, "sortf": 0, "did": None,
        "tmpls": [{
            "name": "Card 1", "ord": 0, "qfmt": question, "afmt": answer, "bqfmt": "", "bafmt": "", "did": None,
            "bfont": "", "bsize": 0,
        }],
        "flds": [
            {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
            for place, name in enumerate(FIELDS[cloze])
        ],
        "css": _CSS, "latexPre": "", "latexPost": "", "latexsvg": False, "req": [[0, "any", [0]]], "tags": [],
        "vers": [],
    }  # fmt: skip


def deck_json(key: int, name: str, description: str, *, now_s: int) -> dict[str, Any]:
    """A deck with the default options."""
    return {
        "id": key, "mod": now_s, "name": name, "usn": -1, "lrnToday": [0, 0], "revToday": [0, 0], "newToday": [0, 0],
        "timeToday": [0, 0], "collapsed": False, "browserCollapsed": False, "desc": description, "dyn": 0, "conf": 1,
        "extendNew": 0, "extendRev": 0,
    }  # fmt: skip
