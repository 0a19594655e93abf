# caught-by: differentiates
# mistake: Nothing is recorded: no gradient reaches the inputs.
# mistake[zh-CN]: 什么也没有记录：梯度传不到输入。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1.data - x2.data + eps, ord=p, dim=-1, keepdim=keepdim)
