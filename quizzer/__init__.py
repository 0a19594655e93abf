"""quizzer: spaced repetition for PyTorch, with exercises that are judged by running them."""

__version__ = "0.1.0"
