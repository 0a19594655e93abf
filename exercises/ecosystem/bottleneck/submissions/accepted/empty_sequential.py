"""An empty Sequential is the identity; functional relu."""

import torch.nn.functional as F
from torch import nn


def conv(c_in, c_out, size, stride=1):
    return nn.Conv2d(c_in, c_out, kernel_size=size, stride=stride, padding=size // 2, bias=False)


class Bottleneck(nn.Module):
    expansion = 4

    def __init__(self, c_in, width, stride=1):
        super(Bottleneck, self).__init__()
        planes = width * self.expansion
        self.conv1, self.bn1 = conv(c_in, width, 1), nn.BatchNorm2d(width)
        self.conv2, self.bn2 = conv(width, width, 3, stride), nn.BatchNorm2d(width)
        self.conv3, self.bn3 = conv(width, planes, 1), nn.BatchNorm2d(planes)
        self.downsample = nn.Sequential()
        if (c_in, 1) != (planes, stride):
            self.downsample = nn.Sequential(conv(c_in, planes, 1, stride), nn.BatchNorm2d(planes))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        return F.relu(self.bn3(self.conv3(y)) + self.downsample(x))
