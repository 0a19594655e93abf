# expect: RTE
"""Lists the learner's home."""
import torch
from torch import nn

import os
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.names = os.listdir("@HOME@")
