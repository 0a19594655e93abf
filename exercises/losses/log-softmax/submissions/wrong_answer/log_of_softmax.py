# caught-by: is_exact_for_rare_classes
# mistake: You seem to take the logarithm of a probability that underflows to 0.
# mistake[zh-CN]: 你似乎对下溢为 0 的概率取了对数。
import torch


def log_softmax(x, dim):
    return torch.softmax(x, dim).log()
