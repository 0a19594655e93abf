from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    sizes = [in_channels, *hidden_channels]
    last = len(hidden_channels) - 1

    def block(i):
        middle = [] if i == last else [norm_layer(sizes[i + 1]) if norm_layer else nn.Identity(), activation_layer()]
        return nn.Sequential(nn.Linear(sizes[i], sizes[i + 1], bias), *middle, nn.Dropout(p=dropout))

    return nn.Sequential(*[block(i) for i in range(last + 1)])
