# caught-by: keeps_dtype_and_values
# mistake: You seem to make uint8 of bool.
# mistake[zh-CN]: 你似乎把 bool 变成了 uint8。
import torch


def to_torch(arr, share):
    if share:
        return torch.from_numpy(arr)
    return torch.from_numpy(arr.astype("uint8" if arr.dtype == bool else arr.dtype))
