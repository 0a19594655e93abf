# quizzer: bottleneck
"""The bottleneck block of ResNet-50."""

from torch import nn


class Bottleneck(nn.Module):
    def __init__(self, c_in, width, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(c_in, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)

    def forward(self, x):
        return self.bn1(self.conv1(x)).relu()
