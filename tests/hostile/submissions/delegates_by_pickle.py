# expect: FORBIDDEN
"""The real class by way of a pickle."""

import pickle

real = pickle.loads(b"ctorch.nn.modules." + b"drop" + b"out\nDrop" + b"out\n.")


class Dropout(real):
    pass
