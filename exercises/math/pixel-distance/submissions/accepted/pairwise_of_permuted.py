import torch.nn.functional as F


def pixel_distance(f1, f2):
    return F.pairwise_distance(f1.permute(0, 2, 3, 1), f2.permute(0, 2, 3, 1))
