# caught-by: makes_distinct_layers_once
# mistake: The layers seem to be made anew in each forward pass.
# mistake[zh-CN]: 各层似乎在每次前向时重新创建。
from torch import nn


def build(in_channels, hidden_channels, norm_layer, activation_layer, bias, dropout):
    layers, size = [], in_channels
    for width in hidden_channels[:-1]:
        layers.append(nn.Linear(size, width, bias=bias))
        if norm_layer is not None:
            layers.append(norm_layer(width))
        layers.append(activation_layer())
        layers.append(nn.Dropout(dropout))
        size = width
    layers.append(nn.Linear(size, hidden_channels[-1], bias=bias))
    layers.append(nn.Dropout(dropout))
    return nn.Sequential(*layers)


class Late(nn.Module):
    def __init__(self, *args):
        super().__init__()
        self.args = args

    def forward(self, x):
        return build(*self.args)(x)


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    return Late(in_channels, hidden_channels, norm_layer, activation_layer, bias, dropout)
