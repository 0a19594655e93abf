# caught-by: copies
# mistake: You seem to share where a copy is asked for, and the other way round.
# mistake[zh-CN]: 你似乎在该复制时共享、该共享时复制。
"""share is turned round."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr.copy() if share else arr)
