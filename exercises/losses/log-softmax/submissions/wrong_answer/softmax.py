# caught-by: works_along_any_dimension
# mistake: You seem to return probabilities, without the logarithm.
# mistake[zh-CN]: 你返回的似乎是概率，没有取对数。
import torch


def log_softmax(x, dim):
    return (x - torch.logsumexp(x, dim, keepdim=True)).exp()
