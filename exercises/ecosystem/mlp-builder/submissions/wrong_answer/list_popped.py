# caught-by: leaves_the_list_alone
# mistake: You seem to take the last size out of the caller's list.
# mistake[zh-CN]: 你似乎从调用者的列表里取走了最后一项。
from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    out = hidden_channels.pop()
    layers, size = [], in_channels
    for width in hidden_channels:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, out, bias=bias))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)
