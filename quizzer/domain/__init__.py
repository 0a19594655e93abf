"""What quizzer talks about: cards, memory, exercises, verdicts. Standard library only; no input or output."""
