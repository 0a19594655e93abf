"""Two calls whose results are used together. Nothing here knows what is right."""


def twice(gate, x, w, other):
    """The sum of the results for x and for another input."""
    first = gate(x, w)
    second = gate(other, w)
    return first + second
