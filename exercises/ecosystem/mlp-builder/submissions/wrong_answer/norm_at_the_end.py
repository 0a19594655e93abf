# caught-by: places_the_norms
# mistake: There seems to be a norm in the last block.
# mistake[zh-CN]: 最后一块里似乎也有归一化层。
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
    if norm_layer is not None and len(hidden_channels) > 1:
        layers.append(norm_layer(hidden_channels[-1]))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
