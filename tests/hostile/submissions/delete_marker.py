# expect: RTE
"""Deletes a file of the learner's."""
import torch
from torch import nn

import os
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        os.unlink("@DATABASE@")
