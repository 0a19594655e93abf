from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    first, *rest = hidden_channels
    model = nn.Sequential(nn.Linear(in_channels, first, bias=bias))
    if rest:
        if norm_layer:
            model.append(norm_layer(first))
        model.append(activation_layer())
    model.append(nn.Dropout(dropout))
    if rest:
        model.extend(mlp(first, rest, norm_layer, activation_layer, bias, dropout))
    return model
