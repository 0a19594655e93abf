# caught-by: makes_distinct_layers_once
# mistake: One dropout layer seems to serve all blocks.
# mistake[zh-CN]: 所有块似乎共用同一个 dropout 层。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    drop = nn.Dropout(dropout)
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.append(drop)
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.append(drop)
    return nn.Sequential(*layers)
