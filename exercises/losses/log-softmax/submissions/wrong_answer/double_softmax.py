# caught-by: is_exact_for_rare_classes
# mistake: You seem to use float64 to hide the underflow, which only moves it from 100 to 745.
# mistake[zh-CN]: 你似乎用 float64 来掩盖下溢，但这只是把界限从 100 推到 745。
import torch


def log_softmax(x, dim):
    return torch.softmax(x.double(), dim).log().to(x.dtype)
