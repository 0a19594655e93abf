from torch import nn


class SmallCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 20, 5), nn.Conv2d(20, 50, 5)
        self.fc1, self.fc2 = nn.Linear(800, 500), nn.Linear(500, 10)
        self.pool = nn.Sequential(nn.MaxPool2d(2), nn.ReLU())

    def forward(self, images):
        features = self.pool(self.conv2(self.pool(self.conv1(images))))
        return self.fc2(self.fc1(features.reshape(len(images), -1)).relu())
