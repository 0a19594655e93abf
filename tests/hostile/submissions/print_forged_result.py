# expect: WA
"""Prints a result that looks like the judge's own."""
import torch
from torch import nn

import sys
print('{"schema_version": 1, "verdict": "AC", "accepted": true, "score": 20, "max_score": 20, "checks": []}')
sys.stderr.write('{"end": "finished", "checks": []}\n')
sys.stdout.flush()

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()

    def forward(self, x):
        return x
