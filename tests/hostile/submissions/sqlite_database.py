# expect: RTE
"""Opens the learner's database to write a review."""
import torch
from torch import nn

import sqlite3
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        sqlite3.connect("@DATABASE@").execute("delete from review_log")
