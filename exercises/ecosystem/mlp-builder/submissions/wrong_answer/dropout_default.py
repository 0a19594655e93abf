# caught-by: passes_the_dropout
# mistake: The dropout layers seem to have their default probability of 0.5.
# mistake[zh-CN]: dropout 层似乎用了默认概率 0.5。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.append(nn.Dropout())
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.append(nn.Dropout())
    return nn.Sequential(*layers)
