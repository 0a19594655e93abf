from torch import nn


class Block(nn.Module):
    def __init__(self, size, width, norm, activation, bias, p):
        super().__init__()
        self.linear = nn.Linear(size, width, bias)
        self.norm = None if norm is None else norm(width)
        self.activation = None if activation is None else activation()
        self.dropout = nn.Dropout(p)

    def forward(self, x):
        x = self.linear(x)
        for layer in (self.norm, self.activation):
            x = x if layer is None else layer(x)
        return self.dropout(x)


class Perceptron(nn.Module):
    def __init__(self, sizes, norm, activation, bias, p):
        super().__init__()
        self.blocks = nn.ModuleList()
        for i, (size, width) in enumerate(zip(sizes, sizes[1:])):
            hidden = i < len(sizes) - 2
            self.blocks.append(Block(size, width, norm if hidden else None, activation if hidden else None, bias, p))

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    return Perceptron([in_channels, *hidden_channels], norm_layer, activation_layer, bias, dropout)
