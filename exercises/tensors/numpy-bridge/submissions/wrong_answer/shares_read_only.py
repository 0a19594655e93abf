# caught-by: copies_read_only_arrays
# mistake: You seem not to copy read-only arrays.
# mistake[zh-CN]: 你似乎没有复制只读的数组。
"""Nobody can write into it, so why copy?"""

import warnings

import torch


def to_torch(arr, share):
    if share or not arr.flags.writeable:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return torch.from_numpy(arr)
    return torch.from_numpy(arr.copy())
