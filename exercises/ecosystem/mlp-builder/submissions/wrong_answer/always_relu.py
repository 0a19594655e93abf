# caught-by: uses_the_activation
# mistake: The activation seems to be ReLU whatever is asked for.
# mistake[zh-CN]: 无论指定什么，激活函数似乎总是 ReLU。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(nn.ReLU())
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
