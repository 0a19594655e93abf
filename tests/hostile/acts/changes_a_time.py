"""Changes the time of the learner's database."""

import os

os.utime("@DATABASE@", (1, 1))
