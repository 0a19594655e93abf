"""Generated mutants of a solution: which changes of it an exercise's checks should notice.

Operators change the text of a Python source and never run it.
"""

from quizzer.domain.mutation.generate import OPERATORS, Variant, variants

__all__ = ["OPERATORS", "Variant", "variants"]
