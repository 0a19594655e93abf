# caught-by: refuses_other_sizes
# mistake: `reshape(-1, 800)` mixes images of a wrong size just as `view` does.
# mistake[zh-CN]: 图片大小不对时，`reshape(-1, 800)` 与 `view` 一样会把图片混在一起。
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
        x = x.reshape(-1, 50 * 4 * 4)
        x = torch.relu(self.fc1(x))
        return self.fc2(x)
