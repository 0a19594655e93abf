"""The domain as plain JSON values and back: what is stored, exported and sent between our own processes.

Round trips are exact. What is read here was written here (authors' files go through ``quizzer.content``), so
a shape that does not fit is a ``CodecError``, not a diagnostic. Instants are ISO 8601 in UTC. Nothing is imported here:
who reads a card should not wait for what reads a verdict.
"""
