# caught-by: keeps_the_layers
# mistake: The ReLU seems to have left its place between the two linear layers.
# mistake[zh-CN]: 两个线性层之间的 ReLU 似乎不在原处了。
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_features, num_classes):
        super().__init__()
        self.net = nn.Sequential(nn.ReLU(), nn.Linear(in_features, 32), nn.Linear(32, num_classes))

    def forward(self, x):
        return self.net(x)

    def predict_proba(self, x):
        return F.softmax(self(x), dim=1)


def loss_fn(model, x, y):
    return F.cross_entropy(model(x), y)
