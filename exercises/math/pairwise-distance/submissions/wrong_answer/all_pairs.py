# caught-by: measures_row_by_row
# mistake: These are the distances of all pairs; only equal row numbers belong together.
# mistake[zh-CN]: 这是所有行对的距离；只有行号相同的才是一对。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.cdist(x1, x2 - eps, p=float(p))
