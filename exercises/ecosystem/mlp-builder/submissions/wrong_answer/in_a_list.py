# caught-by: registers_every_parameter
# mistake: The layers seem to be in a plain list, which hides their parameters.
# mistake[zh-CN]: 各层似乎放在普通列表里，参数因此找不到。
from torch import nn


class Chain(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


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
    layers.append(nn.Dropout(dropout))
    return Chain(layers)
