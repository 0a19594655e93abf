import copy

import torch


def predict(model, x):
    twin = copy.deepcopy(model).eval()
    with torch.no_grad():
        y = twin(x)
    return y
