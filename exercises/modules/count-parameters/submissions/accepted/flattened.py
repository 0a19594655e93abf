import torch


def count_trainable(model):
    trainable = [p.detach().reshape(-1) for p in model.parameters() if p.requires_grad]
    return len(torch.cat(trainable)) if trainable else 0
