# caught-by: evaluates
# mistake: You seem to switch the layers that you know, not every submodule.
# mistake[zh-CN]: 你似乎只切换了你知道的层，而不是每个子模块。
import torch
from torch import nn


def predict(model, x):
    ms = [m for m in model.modules() if isinstance(m, (nn.Dropout, nn.BatchNorm1d, nn.BatchNorm2d))]
    modes = [(m, m.training) for m in ms]
    for m in ms:
        m.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for m, t in modes:
            m.training = t
