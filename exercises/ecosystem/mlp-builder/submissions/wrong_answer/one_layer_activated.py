# caught-by: makes_a_single_layer
# mistake: With a single size there seems to be an activation.
# mistake[zh-CN]: 只有一个大小时似乎多了激活函数。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    if len(hidden_channels) == 1:
        layers.append(activation_layer())
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
