# caught-by: gives_a_row_per_image
# mistake: This seems to be the starter: without pooling, each image is cut into 25 rows.
# mistake[zh-CN]: 这似乎就是起始代码：没有池化，每张图片被切成了 25 行。
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
        x = x.view(-1, 800)
        x = torch.relu(self.fc1(x))
        return self.fc2(x)
