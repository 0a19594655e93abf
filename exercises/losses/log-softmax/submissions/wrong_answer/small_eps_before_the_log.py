# caught-by: is_exact_for_rare_classes
# mistake: You seem to keep the logarithm away from 0 with a small number or a clamp: rare classes then look alike.
# mistake[zh-CN]: 你似乎用一个很小的数或截断来避免 log(0)：这样稀少的类别就分不清了。
import torch


def log_softmax(x, dim):
    return (torch.softmax(x, dim) + 1e-12).log()
