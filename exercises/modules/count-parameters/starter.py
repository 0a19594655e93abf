# quizzer: count-parameters
"""How many numbers can training change?"""


def count_trainable(model):
    """The number of elements in all trainable parameters, as an int."""
    raise NotImplementedError("write count_trainable")
