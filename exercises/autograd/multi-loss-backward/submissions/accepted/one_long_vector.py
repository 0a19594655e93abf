import torch


def weighted_backward(outputs, weights):
    flat = torch.cat([output.reshape(-1) for output in outputs])
    flat.backward(torch.cat([weight.flatten() for weight in weights]))
