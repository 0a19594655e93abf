import torch.nn.functional as F
from torch import nn


class SmallCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels=1, out_channels=20, kernel_size=5)
        self.conv2 = nn.Conv2d(in_channels=20, out_channels=50, kernel_size=5)
        self.fc1 = nn.Linear(in_features=800, out_features=500)
        self.fc2 = nn.Linear(in_features=500, out_features=10)

    def forward(self, x):
        if x.shape[-2:] != (28, 28):
            raise ValueError(f"images must be 28 x 28, not {tuple(x.shape[-2:])}")
        for conv in (self.conv1, self.conv2):
            x = F.max_pool2d(F.relu(conv(x)), kernel_size=2, stride=2)
        x = x.view(-1, 800)
        return self.fc2(F.relu(self.fc1(x)))
