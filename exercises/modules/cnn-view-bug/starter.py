# quizzer: cnn-view-bug
"""A small convolutional network with a bug: find it and repair it."""

import torch
from torch import nn


class SmallCNN(nn.Module):
    """Ten scores for each image of 28 x 28 pixels."""

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
