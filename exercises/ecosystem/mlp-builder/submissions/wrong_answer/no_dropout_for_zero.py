# caught-by: orders_the_layers
# mistake: Without a probability there seems to be no dropout layer.
# mistake[zh-CN]: 概率为 0 时似乎没有 dropout 层。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.extend([nn.Dropout(dropout)] if dropout else [])
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.extend([nn.Dropout(dropout)] if dropout else [])
    return nn.Sequential(*layers)
