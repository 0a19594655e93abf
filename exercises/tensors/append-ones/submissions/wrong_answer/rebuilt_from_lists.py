# caught-by: sends_the_gradient_back
# mistake: You seem to make a new tensor of the numbers in `x`; gradients do not pass through that.
# mistake[zh-CN]: 你似乎用 `x` 里的数新建了一个张量，梯度过不去。
"""Through Python lists."""

import torch


def append_ones(x):
    rows = [row + [1] for row in x.tolist()]
    result = torch.tensor(rows, dtype=x.dtype, device=x.device)
    return result.reshape(len(rows), x.shape[1] + 1)
