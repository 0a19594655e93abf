"""Changes the mode of the learner's database."""

import os

os.chmod("@DATABASE@", 0o600)
