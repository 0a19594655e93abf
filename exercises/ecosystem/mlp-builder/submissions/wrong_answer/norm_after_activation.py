# caught-by: places_the_norms
# mistake: The norm seems to stand after the activation.
# mistake[zh-CN]: 归一化层似乎放在了激活函数之后。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        acts = activation_layer()
        if norm_layer is not None:
            layers.append(acts)
            layers.append(norm_layer(width))
        else:
            layers.append(acts)
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
