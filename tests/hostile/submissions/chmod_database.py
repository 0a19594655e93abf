# expect: RTE
"""Changes the mode of the learner's database, which Landlock does not watch."""
import torch
from torch import nn

import os
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        os.chmod("@DATABASE@", 0)
