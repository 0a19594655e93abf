# caught-by: keeps_images_apart
# mistake: You seem to cut the batch of rows off at N: the rows belong to the first image.
# mistake[zh-CN]: 你似乎只截取了前 N 行：这些行属于第一张图片。
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
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = x.view(-1, 800)[: len(x)]
        x = torch.relu(self.fc1(x))
        return self.fc2(x)
