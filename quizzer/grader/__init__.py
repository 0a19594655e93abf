"""The judge's parent side and its sandbox. Only ``quizzer.grader.child`` imports torch."""
