# caught-by: takes_lists
# mistake: Your numbers seem to lose their fraction.
# mistake[zh-CN]: 你的数似乎丢掉了小数部分。
"""The dtype of the first number for all."""

import torch


def to_features(rows, requires_grad=False):
    if len(rows) and isinstance(rows[0][0], int):
        rows = [[int(value) for value in row] for row in rows]
    return torch.tensor(rows, dtype=torch.float32, requires_grad=requires_grad)
