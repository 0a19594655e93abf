"""What runs in the fork server and its children. The only part of quizzer that imports torch."""
