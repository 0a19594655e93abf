# caught-by: makes_distinct_layers_once
# mistake: One activation seems to serve all blocks.
# mistake[zh-CN]: 所有块似乎共用同一个激活函数。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    act = activation_layer()
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(act)
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
