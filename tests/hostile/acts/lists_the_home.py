"""Lists the learner's home."""

import os

os.listdir("@HOME@")
