from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        parts = []
        for i in range(len(sizes) - 1):
            parts.append(nn.Linear(sizes[i], sizes[i + 1]))
            parts.append(nn.ReLU())
        self.net = nn.Sequential(*parts[:-1])

    def forward(self, x):
        return self.net(x)
