# expect: RTE
"""Reads the learner's database."""
import torch
from torch import nn

import sqlite3
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.rows = open("@DATABASE@", "rb").read()
