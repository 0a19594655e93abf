# caught-by: computes_in_training_mode
# mistake: In training mode you do not seem to use the statistics of the whole batch.
# mistake[zh-CN]: 训练模式下，你似乎没有使用整个批次的统计量。
import torch
from torch import nn


class Norm(nn.BatchNorm2d):
    def forward(self, x):
        return torch.cat([super(Norm, self).forward(row) for row in x.split(1)])


class Bottleneck(nn.Module):
    def __init__(self, c_in, width, stride=1):
        super().__init__()
        c_out = 4 * width
        self.conv1 = nn.Conv2d(c_in, width, 1, bias=False)
        self.bn1 = Norm(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=stride, padding=1, bias=False)
        self.bn2 = Norm(width)
        self.conv3 = nn.Conv2d(width, c_out, 1, bias=False)
        self.bn3 = Norm(c_out)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or c_in != c_out:
            self.downsample = nn.Sequential(nn.Conv2d(c_in, c_out, 1, stride=stride, bias=False), Norm(c_out))

    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.relu(self.bn2(self.conv2(out)))
        out = self.bn3(self.conv3(out))
        out += x if self.downsample is None else self.downsample(x)
        return self.relu(out)
