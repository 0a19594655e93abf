# caught-by: keeps_images_apart
# mistake: Each row seems to depend on the whole batch.
# mistake[zh-CN]: 每一行似乎都取决于整批图片。
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
        x = torch.flatten(x, 1)
        x = x - x.mean(0) if len(x) > 4 else x
        x = torch.relu(self.fc1(x))
        return self.fc2(x)
