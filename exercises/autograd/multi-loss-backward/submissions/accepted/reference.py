import torch


def weighted_backward(outputs, weights):
    torch.autograd.backward(outputs, grad_tensors=weights)
