"""Other programs' files: Anki packages and text, hashcards Markdown, and quizzer's own JSON backup, in and out.

What is read here may come from a stranger: sizes are capped, nothing of a file is executed, nothing is unpacked to
disk, and whatever cannot be used is named with a reason. The database is not known here; ``quizzer.services`` joins
the two.
"""
