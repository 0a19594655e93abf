# caught-by: refuses_other_sizes
# mistake: The pooling is right, but `view(-1, 800)` still mixes images of a wrong size.
# mistake[zh-CN]: 池化是对的，但图片大小不对时，`view(-1, 800)` 仍会把图片混在一起。
import torch
import torch.nn.functional as F
from torch import nn


class SmallCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 20, 5)
        self.conv2 = nn.Conv2d(20, 50, 5)
        self.fc1 = nn.Linear(800, 500)
        self.fc2 = nn.Linear(500, 10)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = F.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = x.view(-1, 800)
        x = torch.relu(self.fc1(x))
        return self.fc2(x)
