import torch


def pixel_distance(f1, f2):
    return torch.linalg.vector_norm(f1 - f2, dim=1)
