"""What a class handed in: a folder for each student, right, wrong, noisy and unusable."""

from __future__ import annotations

from pathlib import Path

from small_content import RIGHT, WRONG

NOISE = '# quizzer: double\ndef double(x):\n    raise ValueError("a\\x00b \\x1b[31m<&>]]> 50% :: =1+1")\n'
STUDENTS = {
    "ann": RIGHT,
    "ben": WRONG,
    "cai": NOISE,
    "dan": "# quizzer: double\nimport os\nos._exit(0)\n",
    "eve": "x = 1\n",
    "fay": "# quizzer: no-such-exercise\n",
    "gil": "",
}


def hand_in(folder: Path) -> Path:
    """Write it all below ``folder``: ``ann/double.py`` and so on, and a virtual environment that nobody meant."""
    for name, source in STUDENTS.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "double.py").write_text(source)
    (folder / "hal").mkdir()
    (folder / "hal" / "double.py").write_bytes(b"# quizzer: double\n\xff\n")
    (folder / "ann" / ".venv").mkdir()
    (folder / "ann" / ".venv" / "module.py").write_text("not handed in")
    return folder
