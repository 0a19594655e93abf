# caught-by: passes_the_sizes
# mistake: The linear layers seem to have no bias by default.
# mistake[zh-CN]: 线性层默认似乎没有 bias。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=False))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=False))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
