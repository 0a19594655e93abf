# expect: FORBIDDEN
"""A subclass of the real class, taken by a name made at run time."""

from torch import nn


class Dropout(getattr(nn, "Drop" + "out")):
    pass
